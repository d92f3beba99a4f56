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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.options.Options;

class MethodsTest {

	private static final Begun BEGUN = new Begun("2026-11-26", 2, "17", "Linux amd64", "x");

	private static String sentence(final Map<String, String> options, final Map<String, String> asked, final int planes,
		final int simple, final String network)
	{
		final Map<String, String> all = new LinkedHashMap<>(Options.defaults().toMap());
		all.putAll(options);
		return Methods.sentence(new RunRecord("1.2.3", BEGUN, new Origin("a.tif", "0", false, null, 0, null, network), all, asked, "2", "CPU",
			"float32", 5, planes, simple));
	}

	@Test
	void anImageByDefault() {
		assertEquals("The image was enlarged 2-fold with Zero-Shot SR 1.2.3 by zero-shot super-resolution (Shocher, Cohen and Irani, " +
			"CVPR 2018), in which a small convolutional network is trained on shrunken copies of the image itself, and on nothing else " +
			"(seed 1). The noise was estimated from the image (gain 5.169 grey levels per photo-electron, standard deviation of the " +
			"read noise 65.17 grey levels). The blur of the recording was not taken away (bicubic kernel). The result is an estimate " +
			"made from the image, and not of higher optical resolution.", sentence(Map.of("noise", "poisson:5.169,65.17,0", "kernel",
				"bicubic"), Map.of("noise", "auto", "kernel", "auto"), 1, 0, null));
	}

	@Test
	void whatWasGivenIsNotSaidToBeFound() {
		final String given = sentence(Map.of("noise", "gaussian:3", "kernel", "optics:NA=1.4,EM=520,PIXEL=0.1", "scale", "1.5x2", "seed",
			"7"), Map.of(), 1, 0, null);
		assertTrue(given.contains("enlarged 1.5-fold in height and 2-fold in width"), given);
		assertTrue(given.contains("(seed 7)"), given);
		assertTrue(given.contains("The noise was taken as given (standard deviation 3.0 grey levels)"), given);
		assertTrue(given.contains("Gaussian of the optics (NA=1.4,EM=520,PIXEL=0.1)"), given);
		assertFalse(given.contains("estimated"), given);
		assertTrue(sentence(Map.of("noise", "none"), Map.of(), 1, 0, null).contains("No noise was assumed"));
		assertTrue(sentence(Map.of("noise", "none"), Map.of("noise", "auto"), 1, 0, null).contains("No noise was found"));
	}

	@Test
	void channelsAndPlanesAndWhatWasReturnedInstead() {
		final String stack = sentence(Map.of("noise", "poisson:2,3,100;none", "kernel", "gaussian:1,1.2,30;gaussian:2,2,0"), Map.of("noise",
			"auto", "kernel", "estimate"), 6, 2, "abc");
		assertTrue(stack.startsWith("The 6 planes of the image were enlarged 2-fold"), stack);
		assertTrue(stack.contains("(channel 1: gain 2.0 grey levels per photo-electron, standard deviation of the read noise 3.0 grey " +
			"levels, offset 100.0; channel 2: none)"), stack);
		assertTrue(stack.contains("The kernel was estimated from the image (channel 1: gaussian:1,1.2,30; channel 2: "), stack);
		assertTrue(stack.contains("cubic interpolation was returned: for 2 of the 6 planes"), stack);
		assertTrue(stack.contains("trained on shrunken copies of images of the same kind"), stack);
	}

	@Test
	void onePlaneThatIsNoNetworks() {
		final String simple = sentence(Map.of(), Map.of(), 1, 1, null);
		assertTrue(simple.contains("cubic interpolation was returned, as it was here. "), simple);
		assertEquals(1, List.of(simple).stream().filter(s -> s.endsWith("not of higher optical resolution.")).count());
	}
}
