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
package org.zeroshotsr.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;

/** Channels have no names in ImageJ, but labels and the Info may have them. */
public final class ChannelNames {

	private ChannelNames() {}

	/**
	 * As the labels of all planes of a channel have it, where they are the same; else as the Info has it, or null.
	 *
	 * @param channel from 0
	 */
	public static String of(final ImagePlus image, final int channel) {
		final String label = image.getNChannels() > 1 ? label(image, channel) : null;
		if (label != null || image.getInfoProperty() == null) return label;
		final Matcher line = Pattern.compile("(?m)^Channel name #" + (channel + 1) + " = (.+)$").matcher(image.getInfoProperty());
		return line.find() ? line.group(1) : null;
	}

	private static String label(final ImagePlus image, final int channel) {
		String name = null;
		for (int i = channel; i < image.getStackSize(); i += image.getNChannels()) {
			final String label = image.getStack().getShortSliceLabel(i + 1);
			if (label == null || name != null && !name.equals(label)) return null;
			name = label;
		}
		return name;
	}
}
