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
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.options.Option;

/** What the README says of options, messages and the library is what there is. */
class ReadmeTest {

	static String row(final Option option) {
		return "| `--" + option.text() + "` | " + option.defaultValue() + " | " + option.range() + " | " + option.help() +
			" |";
	}

	@Test
	void readmeHasEveryOption() throws Exception {
		final String readme = Files.readString(Path.of("README.md"));
		for (final Option option : Option.values())
			assertTrue(readme.contains(row(option)), "README.md needs this row:\n" + row(option));
	}

	/** Compiled, and run with an image in place of the dots. */
	@Test
	void libraryExampleCompilesAndRuns(@TempDir final Path folder) throws Exception {
		final List<String> readme = Files.readAllLines(Path.of("README.md"));
		final List<String> example = readme.subList(readme.indexOf("## As a library") + 1, readme.size()).stream().dropWhile(
			line -> !line.startsWith("    ")).takeWhile(line -> line.startsWith("    ")).toList();
		assertEquals(5, example.size());
		final String code = String.join("\n", example).replace("...", "net.imglib2.img.array.ArrayImgs.unsignedShorts(16, 12, 2)");
		final Path source = Files.writeString(folder.resolve("Example.java"), """
			import net.imglib2.img.Img;
			import net.imglib2.type.numeric.integer.UnsignedShortType;
			import org.zeroshotsr.*;
			import org.zeroshotsr.options.*;
			import org.zeroshotsr.progress.Progress;

			public class Example {
				public static long run() {
					%s
					return enlarged.dimension(0);
				}
			}
			""".formatted(code));
		final StringWriter said = new StringWriter();
		assertTrue(ToolProvider.getSystemJavaCompiler().getTask(said, null, null, List.of("-cp", System.getProperty("java.class.path"),
			"-d", folder.toString()), null, ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)
				.getJavaFileObjects(source)).call(), said::toString);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() })) {
			assertEquals(32L, loader.loadClass("Example").getMethod("run").invoke(null));
		}
	}

	@Test
	void messagesAreThoseOfTheProgram() throws Exception {
		final StringBuilder code = new StringBuilder();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				code.append(Files.readString(file));
		}
		final String texts = code.toString().replaceAll("\" \\+\\s*\"", "");
		final List<String> rows = Files.readAllLines(Path.of("README.md"));
		int checked = 0;
		for (final String row : rows.subList(rows.indexOf("| it says | what to do |") + 2, rows.indexOf("## Limits"))) {
			if (row.isEmpty() || row.contains("class file version")) continue; // that is Java's own
			final String message = row.split("`")[1];
			// between what differs from case to case
			for (final String part : message.split("…|: |gpu|libcuda.so.1"))
				assertTrue(texts.contains(part.strip()), "the program does not say '" + part + "' of: " + message);
			checked++;
		}
		assertEquals(15, checked);
	}
}
