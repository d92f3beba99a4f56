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
package org.zeroshotsr.estimate;

/**
 * What a plane's result is estimated to be worth, without knowing the truth. Errors are root mean squares, those of a noisy
 * plane by {@link Sure}, each of "enlarge, then shrink" against the plane without its noise; NaN for a plane without noise,
 * where there is nothing to tell such errors by.
 *
 * @param network  error of the network's result; NaN where nothing was learnt
 * @param own      the same, shrunk by the kernel that the network was trained for instead of bicubic
 * @param bicubic  error of bicubic enlargement
 * @param blurred  error of bicubic enlargement after the best Gaussian
 * @param sigma    of that Gaussian, in pixels of the plane; 0 for none
 * @param heldOut  dB by which the network is nearer than bicubic enlargement to pixels that both never saw ({@link HeldOut});
 *                 NaN where nothing was learnt
 * @param simple   whether the bicubic enlargement after the Gaussian was returned, instead of the network's result
 */
public record Verdict(double network, double own, double bicubic, double blurred, double sigma, double heldOut,
	boolean simple)
{

	/**
	 * An error has to be so much larger to be larger: noise that is measured a little wrong makes it wrong by as much
	 * (docs/measurements.md).
	 */
	private static final double MARGIN = 1.15;

	/** Whether errors can be told, as the plane is noisy. */
	public boolean noisy() {
		return !Double.isNaN(bicubic);
	}

	/** Whether the network's result is estimated to be further from the truth than the simple one, by both kernels. */
	public boolean worse() {
		return noisy() && !(Math.min(network, own) <= MARGIN * blurred);
	}

	/** Whether errors are known relative to each other: not where the plane has less noise than was measured in all. */
	public boolean told() {
		return noisy() && bicubic > 0 && Math.max(network, blurred) > 0;
	}

	/** The network's error relative to bicubic's, or where the simple result was returned that one's; see {@link #told}. */
	public double relative() {
		return (simple ? blurred : network) / bicubic;
	}

	/** The same with another decision. */
	public Verdict returning(final boolean simpler) {
		return new Verdict(network, own, bicubic, blurred, sigma, heldOut, simpler);
	}

	/** The same with errors in other units. */
	public Verdict times(final double size) {
		return new Verdict(size * network, size * own, size * bicubic, size * blurred, sigma, heldOut, simple);
	}
}
