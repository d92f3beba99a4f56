package org.zeroshotsr.cli;

import java.nio.file.Path;
import java.util.Arrays;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.Factor;

/**
 * What a result should be.
 *
 * @param range of the data: the type's whole range for 8 and 16 bit, the truth's maximum - minimum (over all planes) for
 *              float
 */
record Truth(Samples<?> samples, double range) {

	/** @throws IllegalArgumentException for a float image that holds one value alone */
	static Truth of(final Samples<?> samples) {
		if (!samples.isFloat()) return new Truth(samples, samples.image().getType().getMaxValue());
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final long[] position : samples.order().planes()) {
			for (final float v : samples.read(position).data) {
				if (!Float.isFinite(v)) continue;
				min = Math.min(min, v);
				max = Math.max(max, v);
			}
		}
		if (!(max > min)) throw new BadInput(
			"the truth holds one value alone, so nothing can be compared with it");
		return new Truth(samples, max - min);
	}

	/**
	 * The truth in a file, which has to have the size of the result, its planes, and its type (or be float).
	 *
	 * @throws BadInput which says what does not fit
	 */
	static Truth open(final Path file, final Samples<?> low, final Factor scale) {
		final Samples<?> truth = Checks.in("--truth: ", () -> Samples.open(file));
		final long[] needed = low.sizeAt(scale);
		final boolean sameType = truth.type().equals(low.type()) || truth.isFloat() && !low.rgb();
		if (!truth.axes().equals(low.axes()) || !Arrays.equals(needed, truth.size()) || !sameType) throw new BadInput(
			"--truth: " + file + " is " + truth.describe() + ", and the result will be " + Texts.size(low.axes(), needed) +
				", " + low.type() + "; give a truth like that" + (low.rgb() ? "" : " (or 32-bit float)"));
		return Checks.in("--truth: " + file + ": ", () -> of(truth));
	}
}
