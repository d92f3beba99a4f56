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
package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imagej.Dataset;

/** Whether what {@code src/imagej-common/java} declares is in the real imagej-common too. */
class SignaturesTest {

	private static final Path SOURCES = Path.of("src/imagej-common/java");

	/** Where net.imagej.Dataset comes from: a jar, or this build's own signatures. */
	private static Path origin() throws Exception {
		return Path.of(Dataset.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(f -> f.toString().endsWith(".java")).sorted().collect(Collectors.toList());
		}
	}

	@Test
	void everySignatureIsInTheRealJar(@TempDir final Path compiled) throws Exception {
		assumeTrue(Files.isRegularFile(origin()),
			"imagej-common is not on the class path, only its signatures; mvn -Pfiji test checks them");
		compile(compiled);
		final int[] checked = { 0 };
		try (URLClassLoader declared = new Declared(compiled)) {
			for (final Path source : sources()) {
				final String name = SOURCES.relativize(source).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
				final Class<?> signature = declared.loadClass(name);
				assertFalse(signature.getClassLoader() == Dataset.class.getClassLoader(), name);
				compare(signature, Class.forName(name, false, getClass().getClassLoader()));
				checked[0]++;
			}
		}
		assertEquals(sources().size(), checked[0]);
		assertTrue(checked[0] > 10);
	}

	private static void compile(final Path folder) throws IOException {
		final List<String> arguments = Stream.concat(Stream.of("-proc:none", "-cp", System.getProperty("java.class.path"),
			"-d", folder.toString()), sources().stream().map(Path::toString)).collect(Collectors.toList());
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])));
	}

	private static void compare(final Class<?> signature, final Class<?> real) throws Exception {
		final String name = real.getName();
		assertEquals(modifiers(signature.getModifiers()), modifiers(real.getModifiers()), name);
		assertEquals(signature.toGenericString(), real.toGenericString(), name);
		assertEquals(names(signature.getGenericInterfaces()), names(real.getGenericInterfaces()), name);
		assertEquals(String.valueOf(signature.getGenericSuperclass()), String.valueOf(real.getGenericSuperclass()), name);
		for (final Method method : signature.getDeclaredMethods()) {
			if (method.isSynthetic()) continue;
			final String wanted = text(method);
			assertTrue(Arrays.stream(real.getDeclaredMethods()).map(SignaturesTest::text).anyMatch(wanted::equals),
				"imagej-common has no " + wanted);
		}
		for (final Field field : signature.getDeclaredFields())
			assertEquals(field.toGenericString(), real.getDeclaredField(field.getName()).toGenericString(), name);
	}

	private static Set<String> names(final java.lang.reflect.Type[] types) {
		return Arrays.stream(types).map(java.lang.reflect.Type::getTypeName).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Modifiers, generic and erased types; whether an interface method has a body makes no difference to callers. */
	private static String text(final Method method) {
		return method.toGenericString().replaceAll("\\b(abstract|default) ", "") + " " + method.toString().replaceAll(
			"\\b(abstract|default) ", "");
	}

	private static int modifiers(final int modifiers) {
		return modifiers & (Modifier.PUBLIC | Modifier.INTERFACE | Modifier.FINAL | Modifier.ABSTRACT);
	}

	/** Takes net.imagej from a folder, everything else from the class path. */
	private static final class Declared extends URLClassLoader {

		Declared(final Path folder) throws IOException {
			super(new URL[] { folder.toUri().toURL() }, SignaturesTest.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith("net.imagej.")) return super.loadClass(name, resolve);
			final Class<?> loaded = findLoadedClass(name);
			return loaded == null ? findClass(name) : loaded;
		}
	}
}
