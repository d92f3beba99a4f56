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
package org.zeroshotsr.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.Report;
import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.run.PlaneReport;

class SentencesTest {

	private static final double NONE = Double.NaN;

	private static PlaneReport plane(final boolean constant, final boolean learnt, final Verdict verdict) {
		return new PlaneReport("", false, constant, learnt, 10, constant ? NONE : 1.25, Consistency.EXACT, 0, 0, 1, List.of(), verdict);
	}

	/** Of a noisy plane: errors of the network, of bicubic, and of that after a Gaussian. */
	private static Verdict noisy(final double network, final double bicubic, final double blurred, final boolean simple) {
		return new Verdict(network, network, bicubic, blurred, 1, NONE, simple);
	}

	private static String worth(final PlaneReport... planes) {
		final Report report = Pages.report(Pages.grey(Pages.noisy(1, 8, 8, 1)), Pages.options());
		return Sentences.worth(new Report(report.version(), report.tensorflow(), report.options(), report.device(), report.precision(), 1,
			report.axes(), report.input(), report.output(), 1, List.of(), List.of(), NONE, List.of(planes), report.asked(), report.begun(), null));
	}

	@Test
	void theVerdictIsWhatWasFound() {
		assertTrue(worth(plane(true, false, null)).startsWith("The image holds one value alone"));
		assertTrue(worth(plane(false, true, noisy(5, 20, 15, false))).endsWith("nearer to the truth than bicubic enlargement: its error is " +
			"25 % of bicubic enlargement's."));
		assertTrue(worth(plane(false, true, noisy(5, 20, 15, false)), plane(false, true, noisy(15, 20, 15, false))).contains("50 %"));
		assertTrue(worth(plane(false, true, noisy(30, 20, 20, false))).contains("further from the truth than bicubic enlargement: its error is " +
			"150 %"));
		assertTrue(worth(plane(false, true, noisy(20.5, 20, 20, false))).contains("about as far"));
		assertTrue(worth(plane(false, true, noisy(30, 20, 15, true))).contains("which is what the result is"));
		assertTrue(worth(plane(false, false, noisy(NONE, 20, 15, false))).contains("learnt nothing"));
		final Verdict clean = new Verdict(NONE, NONE, NONE, NONE, 0, 1.5, false);
		assertTrue(worth(plane(false, true, clean)).contains("1.50 dB nearer to the image"));
		assertTrue(worth(plane(false, true, new Verdict(NONE, NONE, NONE, NONE, 0, -0.5, false))).contains("0.50 dB further from"));
		assertTrue(worth(plane(false, true, noisy(-1, -2, -1, false))).contains("cannot be told; of the image's own shrunken copy the " +
			"network makes the image +1.25 dB better"));
	}

	@Test
	void whatIsTheNetworksWordAlone() {
		final PixelSize size = new PixelSize(0.1, 0.1);
		assertTrue(Sentences.beyond(List.of(0.5), size).startsWith("Detail finer than 2 pixels of the input (200 nm) is the network's word alone"));
		assertTrue(Sentences.beyond(List.of(0.5, 0.5), PixelSize.UNKNOWN).startsWith("Detail finer than 2 pixels of the input is"));
		assertTrue(Sentences.beyond(List.of(0.5, 0.25), PixelSize.UNKNOWN).startsWith(
			"Detail finer than 2 pixels of the input in channel 1, detail finer than 4 pixels of the input in channel 2 is"));
		assertTrue(Sentences.beyond(List.of(0.0), size).startsWith("Everything is the network's word alone"));
		assertTrue(Sentences.why(0.25, size, true).contains("a period of 4 pixels of the input (400 nm), is where the input's signal falls under"));
		assertEquals("The mark is at the input's Nyquist frequency, a period of 2 pixels of the input (200 nm).", Sentences.why(0.5, size,
			false));
	}
}
