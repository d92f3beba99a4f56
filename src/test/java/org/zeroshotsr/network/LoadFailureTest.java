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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user reads of a library that cannot be loaded: of all that its error tells, what matters. */
class LoadFailureTest {

	/** As JavaCPP does it: the reason is the cause of the error, in a class's initializer. */
	private static Throwable inJavaCpp(final String reason) {
		final UnsatisfiedLinkError outer = new UnsatisfiedLinkError("no jnitensorflow in java.library.path: /opt/fiji/lib");
		outer.initCause(new UnsatisfiedLinkError(reason));
		return new ExceptionInInitializerError(outer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"/a/libtensorflow_cc.so.2: failed to map segment from shared object | noexec",
		"/a/libjnitensorflow.so: failed to map segment from shared object: Operation not permitted | noexec",
		"/tmp/jna142437.tmp: /tmp/jna142437.tmp: failed to map segment from shared object | -Djna.tmpdir",
		"/a/libtensorflow_cc.so.2: cannot open shared object file: Permission denied | Give permission",
		"libtensorflow_cc.so.2: cannot open shared object file: No such file or directory | A library is missing",
		"C:\\\\Fiji\\\\lib\\\\jnitensorflow.dll: Can't find dependent libraries | A library is missing",
		"/a/lib.so: wrong ELF class: ELFCLASS32 | another kind of computer",
		"/a/lib.so: Can't load AMD 64-bit .so on a AARCH64-bit platform | another kind of computer",
		"dlopen(/a/lib.dylib): mach-o file, but is an incompatible architecture (have 'x86_64') | another kind of computer",
		"/a/lib.dll: %1 is not a valid Win32 application | another kind of computer",
		"/lib/libm.so.6: version `GLIBC_2.29' not found (required by /a/libtensorflow_cc.so.2) | too old",
		"There is not enough space on the disk | no space left",
		"Native library (com/sun/jna/linux-x86-64/libjnidispatch.so) not found in resource path | JNA" })
	void theReasonAndTheWordsOfTheSystemAreTold(final String reason, final String told) {
		final String message = LoadFailure.of(inJavaCpp(reason));
		assertTrue(message.contains(told), message);
		assertTrue(message.contains("(" + reason + ")"), message);
	}

	@Test
	void causesAreLookedForInAllOfTheChain() {
		final IOException space = new IOException("/home/a/.javacpp/cache/lib.so: No space left on device");
		final UnsatisfiedLinkError error = new UnsatisfiedLinkError("no jnitensorflow in java.library.path");
		error.initCause(new RuntimeException("cannot cache", space));
		assertTrue(LoadFailure.of(error).contains("no space left where"), LoadFailure.of(error));
		final LinkageError denied = new NoClassDefFoundError("Could not initialize class org.tensorflow.c_api.tensorflow");
		denied.initCause(new ExceptionInInitializerError(new AccessDeniedException("/opt/x")));
		final String message = LoadFailure.of(denied);
		assertTrue(message.contains("Give permission") && message.contains("/opt/x"), message);
		assertFalse(message.contains("part of this program"), message);
	}

	@Test
	void whatThisProgramFoundItselfIsToldAsItIs() {
		final NativesError found = new NativesError("There is no such folder.");
		final LinkageError outer = new NoClassDefFoundError("x");
		outer.initCause(found);
		assertEquals("There is no such folder.", LoadFailure.of(outer));
	}

	@Test
	void javaClasses() {
		assertTrue(LoadFailure.of(new NoClassDefFoundError("org/tensorflow/TensorFlow")).contains(
			"part of this program is missing"));
		assertTrue(LoadFailure.of(new NoSuchMethodError("'void org.tensorflow.Graph.x()'")).contains("Remove one of the two"));
	}

	@Test
	void whatNobodyForesawIsToldWithTheSystem() {
		final String message = LoadFailure.of(inJavaCpp("ld.so: something new"));
		assertTrue(message.contains("A library is missing"), message); // by what is around it
		final String alone = LoadFailure.of(new UnsatisfiedLinkError("ld.so: something new"));
		assertTrue(alone.contains("something new") && alone.contains(System.getProperty("os.arch")), alone);
	}

	@Test
	void aCircleOfCausesEnds() {
		final Error a = new UnsatisfiedLinkError("a");
		a.initCause(new IllegalStateException("b", a));
		assertTrue(LoadFailure.of(a).contains("b"));
	}
}
