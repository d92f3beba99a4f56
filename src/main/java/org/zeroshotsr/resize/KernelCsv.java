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
package org.zeroshotsr.resize;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.image.BadInput;

/** Reads a kernel's samples from a text file: one kernel row a line, numbers with a decimal point. */
public final class KernelCsv {

	private KernelCsv() {}

	/**
	 * The samples in {@code file}, for {@link Kernel#measured}. Commas, semicolons or white space separate them; empty
	 * lines are skipped.
	 *
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException naming file and line, if it does not hold rows of numbers of one length
	 */
	public static double[][] read(final Path file) throws IOException {
		final List<String> lines;
		try {
			lines = Files.readAllLines(file);
		}
		catch (final CharacterCodingException e) {
			throw new BadInput(file + " is not a text file: a kernel's rows of numbers are expected", e);
		}
		final List<double[]> rows = new ArrayList<>();
		for (int n = 0; n < lines.size(); n++) {
			final String line = lines.get(n).replace("\uFEFF", "").strip();
			if (line.isEmpty()) continue;
			final double[] row = row(line, file + ", line " + (n + 1) + ": ");
			if (!rows.isEmpty() && row.length != rows.get(0).length)
				throw new BadInput(file + ", line " + (n + 1) + ": " + row.length +
					" numbers, but the kernel's first row has " + rows.get(0).length);
			rows.add(row);
		}
		if (rows.isEmpty()) throw new BadInput(file + " holds no kernel: it is empty");
		return rows.toArray(new double[0][]);
	}

	private static double[] row(final String line, final String where) {
		if (line.indexOf(',') >= 0 && line.indexOf(';') >= 0)
			throw new BadInput(where +
				"has both commas and semicolons: use one separator, and decimal points");
		final String[] words = line.replaceFirst("\\s*[,;]$", "").split("\\s*[,;]\\s*|\\s+", -1);
		final double[] row = new double[words.length];
		for (int i = 0; i < row.length; i++) {
			try {
				row[i] = Double.parseDouble(words[i]);
			}
			catch (final NumberFormatException e) {
				throw new BadInput(where + "\"" + words[i] + "\" is not a number", e);
			}
			if (!Double.isFinite(row[i]))
				throw new BadInput(where + "\"" + words[i] + "\" is not finite");
		}
		return row;
	}
}
