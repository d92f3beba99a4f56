package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;

class TensorFlowLogTest {

	@Test
	void whatMattersIsKept() {
		final String driver = "2026-01-01 12:00:00.1: E external/x.cc:1] CUDA driver version is insufficient";
		assertEquals(List.of(driver), TensorFlowLog.told(List.of("I0000 00:00:1.2 3 x.cc:2] MLIR V1 optimization pass is not enabled",
			driver, "")));
	}

	@Test
	void theFatalLineIsFound() {
		final String avx = "The TensorFlow library was compiled to use AVX2 instructions, but these aren't available on your machine.";
		assertEquals(avx, TensorFlowLog.fatal(List.of("first", "2026-01-01 12:00:00.123456: F tensorflow/core/cpu_feature_guard.cc:37] " +
			avx, "last")));
		assertEquals(avx, TensorFlowLog.fatal(List.of("F0000 00:00:1764100000.123456    4711 cpu_feature_guard.cc:37] " + avx)));
		assertEquals("Check failed: x", TensorFlowLog.fatal(List.of("Check failed: x")));
		assertNull(TensorFlowLog.fatal(List.of("an E and an F")));
	}
}
