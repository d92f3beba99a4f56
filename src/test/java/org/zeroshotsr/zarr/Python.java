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
