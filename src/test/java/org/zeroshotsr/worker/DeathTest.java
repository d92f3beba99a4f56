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
