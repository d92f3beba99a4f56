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
package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process said counts, and how it ended where it said nothing. */
class DeathTest {

	@ParameterizedTest
	@CsvSource({ // exit code, on Windows, what was said, what is told
		"134, false, compiled to use AVX2, AVX is needed", "3, true, compiled to use AVX2, AVX is needed",
		"3, true, java.lang.OutOfMemoryError: Java heap space, ran out of Java memory",
		"3, false, Terminating due to java.lang.OutOfMemoryError, ran out of Java memory",
		"3, true, '', TensorFlow ended the training process.", "3, false, '', exit code 3",
		"134, false, Check failed: a == b, ended the training process: Check failed: a == b.",
		"1, false, java.io.IOException: No space left on device, disk space", "135, false, '', /dev/shm",
		"134, false, '# A fatal error has been detected by the Java Runtime Environment:|#  SIGBUS (0x7) at pc', /dev/shm",
		"134, false, '# A fatal error has been detected by the Java Runtime Environment:|#  SIGILL (0x4) at pc', AVX",
		"1, false, 'java.lang.UnsatisfiedLinkError|not loaded: A library is missing.', A library is missing.",
		"132, false, '', AVX is needed", "139, false, '', signal 11", "137, false, '', signal 9" })
	void isNamed(final int exit, final boolean windows, final String said, final String told) {
		final String cause = Death.cause(exit, List.of(said.split("\\|")), new WorkerHome("java", "", List.of()), windows);
		assertTrue(cause.contains(told), cause);
	}
}
