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

/** The transfer function of {@link org.zeroshotsr.resize.Kernel#cubic()} at factor 2, along one axis. */
final class CubicTransfer {

	/** The kernel's samples at 1/4, 3/4, 5/4 and 7/4 low-resolution pixels from its middle (a = -0.5), twice of which is 1. */
	private static final double[] SAMPLES = { 111 / 256.0, 29 / 256.0, -9 / 256.0, -3 / 256.0 };

	private CubicTransfer() {}

	/** The logarithm of its square, at {@code f} in cycles per low-resolution pixel; bounded where it is 0. */
	static double logPower(final double f) {
		double sum = 0;
		for (int i = 0; i < SAMPLES.length; i++)
			sum += 2 * SAMPLES[i] * Math.cos(2 * Math.PI * f * (2 * i + 1) / 4);
		return 2 * Math.log(Math.max(Math.abs(sum), 1e-9));
	}
}
