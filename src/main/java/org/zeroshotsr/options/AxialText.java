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
package org.zeroshotsr.options;

import java.util.List;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Kernel;

/** Reads how a stack's slices gather along z. Every method throws IllegalArgumentException with what is wrong. */
final class AxialText {

	private static final String GAUSSIAN = "gaussian:";

	/**
	 * A kernel along z as asked for.
	 *
	 * @param kernel null where the image's metadata are still needed
	 * @param optics what follows "optics", or null
	 */
	record Choice(Kernel kernel, String optics) {}

	private AxialText() {}

	static Choice kernel(final String text) {
		if (text.equals(OptionValues.AUTO)) return new Choice(null, null);
		if (text.equals("binned")) return new Choice(AxialKernel.BINNED, null);
		if (text.equals("sampled")) return new Choice(AxialKernel.SAMPLED, null);
		if (text.startsWith(GAUSSIAN)) return new Choice(AxialKernel.gaussian(OptionValues.number(text.substring(GAUSSIAN.length()))),
			null);
		if (!text.startsWith(OptionValues.OPTICS)) throw new BadInput("unknown kernel");
		final String optics = text.substring(OptionValues.OPTICS.length());
		return new Choice(OpticsText.axial(optics), optics);
	}

	/** Which of those that the image's metadata may tell are left out. */
	static List<String> missing(final String optics) {
		return OpticsText.missing(optics, OpticsText.ALONG_Z);
	}
}
