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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelCsvTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "1,2.5,-3e-2\n4,5,6\n", "1; 2.5 ;-0.03\r\n\r\n4;5;6", " 1 2.5\t-0.03 \n4  5 6\n\n",
		"\uFEFF1, 2.5, -0.03,\n4, 5, 6,\n" })
	void readsTheUsualSeparators(final String text) throws IOException {
		final double[][] k = KernelCsv.read(file(text));
		assertArrayEquals(new double[][] { { 1, 2.5, -0.03 }, { 4, 5, 6 } }, k);
	}

	@Test
	void saysWhatIsWrongAndWhere() {
		assertMessage("kernel.csv, line 3: \"x\" is not a number", () -> KernelCsv.read(file("1,2\n\n3,x\n")));
		assertMessage("kernel.csv, line 2: 1 numbers, but the kernel's first row has 2", () -> KernelCsv.read(file(
			"1,2\n3\n")));
		assertMessage("line 1: \"\" is not a number", () -> KernelCsv.read(file("1,,2\n")));
		assertMessage("line 1: \"NaN\" is not finite", () -> KernelCsv.read(file("1,NaN\n")));
		assertMessage("line 1: has both commas and semicolons", () -> KernelCsv.read(file("0,5;0,3\n")));
		assertMessage("kernel.csv holds no kernel: it is empty", () -> KernelCsv.read(file("\n \n")));
		assertMessage("is not a text file", () -> {
			Files.write(folder.resolve("kernel.csv"), new byte[] { 'I', 'I', 42, 0, (byte) 0xff, (byte) 0xfe });
			KernelCsv.read(folder.resolve("kernel.csv"));
		});
		assertThrows(NoSuchFileException.class, () -> KernelCsv.read(folder.resolve("none.csv")));
	}

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("kernel.csv"), text);
	}
}
