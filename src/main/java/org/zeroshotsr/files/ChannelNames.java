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
