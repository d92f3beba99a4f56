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
