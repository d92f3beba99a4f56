/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package org.zeroshotsr.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** A Python that has zarr-python 2, by which images are made and checked: Debian's python3-zarr. */
public final class Python {

	private static final Path SCRIPT = Path.of("src/test/python/zarr_images.py");

	private final String python;

	private Python(final String python) {
		this.python = python;
	}

	/** Aborts the test where there is none. */
	public static Python find() throws IOException, InterruptedException {
		final StringBuilder why = new StringBuilder();
		for (final String python : List.of("python3", "/usr/bin/python3")) {
			try {
				final Process process = new ProcessBuilder(python, "-c",
					"import zarr, numcodecs; assert zarr.__version__[0] == '2'")
					.redirectErrorStream(true).start();
				final String said = new String(process.getInputStream().readAllBytes()).strip();
				if (process.waitFor() == 0) return new Python(python);
				why.append(python).append(": ").append(said.substring(said.lastIndexOf('\n') + 1)).append("; ");
			}
			catch (final IOException e) {
				why.append(e.getMessage()).append("; ");
			}
		}
		return Assumptions.abort("no Python with zarr 2 (" + why + "apt-get install python3-zarr)");
	}

	/** Runs the script, which must succeed, and returns what it printed. */
	public String run(final Object... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(python, SCRIPT.toString()));
		for (final Object argument : arguments)
			command.add(argument.toString());
		final Path log = Files.createTempFile("python", ".txt");
		final Process process =
			new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(log.toString()))
			.start();
		final int status = process.waitFor();
		final String said = Files.readString(log);
		Files.delete(log);
		assertEquals(0, status, said);
		return said;
	}
}
