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

import java.util.List;

import org.junit.jupiter.api.Test;

class ProcessorTest {

	private static boolean fast(final String flags) {
		return Processor.hasFastBfloat16(("processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: x\n" + flags +
			"\nbugs\t\t: spectre_v1\npower management:\n\nprocessor\t: 1").lines().toList());
	}

	@Test
	void findsTheFeatureInTheKernelsList() {
		// Sapphire Rapids, Zen 4, Skylake-SP, Ice Lake
		assertTrue(fast("flags\t\t: fpu avx2 avx512f avx512_bf16 amx_bf16 avx512_fp16 amx_tile amx_int8 arch_capabilities"));
		assertTrue(fast("flags\t\t: fpu sse2 avx512f avx512_bf16 clzero"));
		assertTrue(fast("flags\t\t: fpu avx512f amx_bf16"));
		assertFalse(fast("flags\t\t: fpu sse2 avx2 avx512f avx512bw avx512vl"));
		assertFalse(fast("flags\t\t: fpu avx512_vbmi2 avx512_vnni avx512_bitalg"));
	}

	@Test
	void namesThatOnlyContainItDoNotCount() {
		assertFalse(fast("flags\t\t: fpu avx512_bf16x amx_tile amx_int8"));
	}

	@Test
	void otherProcessorsAreTakenNotToHaveIt() {
		assertFalse(fast("Features\t: fp asimd evtstrm aes bf16 i8mm"));
		assertFalse(Processor.hasFastBfloat16(List.of()));
	}

	@Test
	void itsNameAndWhatMattersForTheBytes() {
		assertEquals("AMD EPYC 9R14 (avx2 fma avx512f avx512_bf16)", Processor.name(
			"processor\t: 0\nmodel name\t: AMD EPYC 9R14\nflags\t\t: fpu avx2 fma avx512f avx512_bf16 clzero\nprocessor\t: 1\nmodel name\t: x"
				.lines().toList()));
		assertEquals("0x41 0xd40 (asimd sve bf16)", Processor.name(
			"processor\t: 0\nFeatures\t: fp asimd sve bf16\nCPU implementer\t: 0x41\nCPU part\t: 0xd40".lines().toList()));
		assertEquals(System.getProperty("os.arch"), Processor.name(List.of()));
		assertFalse(Processor.name().isBlank());
	}
}
