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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.resize.Factor;

/**
 * What the user should know of an image before believing its enlargement: where it holds less than its pixels, and what was
 * done to it before. How often each is told rightly and wrongly: docs/measurements.md.
 */
public final class ImageCautions {

	/** Of many planes so many are looked at, evenly spread. */
	private static final int PLANES = 4;
	/** The range is told by every sample so far apart. */
	private static final int APART = 17;
	/** Of the input's own highest frequency, 0.5 cycles per pixel: an image whose detail ends under this part of it holds less than its pixels. */
	private static final double HOLDS = 0.6;
	/** Steps of a display: what is less than one is not seen. */
	private static final double DISPLAYED = 255;
	/** Of the samples this share is cut off at a level that a camera or file ends at. */
	private static final double CUT = 0.0005;
	/** And at any other level, where so many times as many samples are as just under it. */
	private static final double CUT_ANYWHERE = 0.002;
	private static final double SPIKE = 2;
	/** Bits of cameras and files. */
	private static final int[] BITS = { 8, 10, 12, 14, 16 };
	/** {@link RadialSpectrum#rise()} over this is sharpening's. */
	private static final double RISE = 1.25;
	/** {@link Halo} over this on both sides is sharpening's. */
	private static final double OVERSHOOT = 0.012;
	/** {@link JpegLattice} over this is JPEG's. */
	private static final double LATTICE = 0.12;
	/** {@link Resampling#strength()} over this is resampling's. */
	private static final double PERIODIC = 60;

	private ImageCautions() {}

	/**
	 * Whole sentences, each with what it means and what to do; mostly none.
	 *
	 * @param planes  of one channel or merged colours, or parts of them that begin at multiples of 8; in grey levels, holes as they are
	 * @param ceiling the greatest value of the type, or infinity
	 * @param factor  that is asked for; null where the planes stay as large as they are
	 * @param noise   as it was found, or null where it was not looked for
	 */
	public static List<String> of(final List<Plane> planes, final double ceiling, final Factor factor, final NoiseEstimate noise) {
		final List<Plane> some = spread(planes);
		final List<Plane> grey = some.stream().map(Plane::grey).toList();
		final Resampling resampling = Resampling.of(grey);
		final RadialSpectrum spectrum = RadialSpectrum.of(grey);
		final boolean compressed = noise != null && noise.compressed() || JpegLattice.of(some) > LATTICE;
		final boolean enlarged = resampling.strength() > PERIODIC;
		final boolean sharpened = caution(noise, NoiseEstimate.Caution.SHARPENED) || !enlarged && sharpened(grey, spectrum, compressed);
		final List<String> cautions = new ArrayList<>();
		if (factor != null && spectrum != null && !sharpened) holds(cautions, grey, spectrum, factor);
		saturated(cautions, Saturation.of(planes), ceiling);
		if (sharpened) cautions.add(
			"the image looks as if it had been sharpened or deconvolved: its edges overshoot or its noise is raised, and the result exaggerates that; enlarge the image as the camera took it");
		if (compressed) cautions.add(
			"the image looks as if it had been compressed as JPEG: the errors of its blocks of 8 x 8 pixels are enlarged with it; enlarge the original, if there is one");
		if (enlarged) cautions.add("the image looks as if it had been enlarged or interpolated before (" +
			factors(resampling.frequency()) + "; a colour camera's filter looks so, too): it has fewer true pixels than it shows; shrink it back first, or enlarge the original");
		else if (caution(noise, NoiseEstimate.Caution.SMOOTHED)) cautions.add(
			"the image looks as if it had been smoothed, interpolated or denoised before: neighbouring pixels share nearly all of their noise, so that there is less detail than pixels; enlarge the original, if there is one");
		return cautions;
	}

	private static boolean caution(final NoiseEstimate noise, final NoiseEstimate.Caution caution) {
		return noise != null && noise.cautions().contains(caution);
	}

	private static List<Plane> spread(final List<Plane> planes) {
		if (planes.size() <= PLANES) return planes;
		final List<Plane> some = new ArrayList<>();
		for (int i = 0; i < PLANES; i++)
			some.add(planes.get(i * planes.size() / PLANES));
		return some;
	}

	/** JPEG's edges ring. */
	private static boolean sharpened(final List<Plane> grey, final RadialSpectrum spectrum, final boolean compressed) {
		if (spectrum != null && spectrum.rise() > RISE) return true;
		if (compressed) return false;
		final Halo halo = Halo.of(grey);
		return Math.min(halo.dark(), halo.bright()) > OVERSHOOT;
	}

	private static void holds(final List<String> cautions, final List<Plane> grey, final RadialSpectrum spectrum, final Factor factor) {
		final IntensityRange range = range(grey);
		final double step = range == null ? 0 : range.size() / DISPLAYED;
		final double end = spectrum.end(step * step / 12);
		if (end >= HOLDS / 2) return;
		cautions.add(String.format(Locale.ROOT, "the image's detail seems to end at a period of about %.2g pixels, where the noise or the blur covers " +
			"all (its pixels could hold 2): enlarged %s times it has more pixels, but hardly more detail; a smaller scale, or summing 2 x 2 pixels first, loses little",
			1 / end, factor.rows() == factor.columns() ? number(factor.rows()) : number(factor.rows()) + " x " + number(factor.columns())));
	}

	/** Of all together, by some of their samples. */
	private static IntensityRange range(final List<Plane> planes) {
		final int count = planes.stream().mapToInt(p -> p.data.length / APART).sum();
		final Plane samples = new Plane(1, 1, count);
		int k = 0;
		for (final Plane p : planes)
			for (int i = 0; i < p.data.length / APART; i++)
				samples.data[k++] = p.data[i * APART];
		return IntensityRange.of(samples);
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	private static void saturated(final List<String> cautions, final Saturation found, final double ceiling) {
		if (found == null) return;
		final double level = found.level();
		final boolean end = level == ceiling || Arrays.stream(BITS).anyMatch(b -> level == (1 << b) - 1);
		if (!(end ? found.share() > CUT : found.share() > CUT_ANYWHERE && found.spike() > SPIKE)) return;
		cautions.add(String.format(Locale.ROOT, "%.2g %% of the image looks saturated, at the level %s: what it was there is not known, and is not in the result either; measure nothing there, and expose less next time",
			100 * found.share(), number(level)));
	}

	/** Resampling by several factors has the same period. */
	private static String factors(final double frequency) {
		final double one = 1 / frequency;
		final double other = 1 / (1 - frequency);
		return one - other < 0.1 ? String.format(Locale.ROOT, "by about %.2g times", one) : String.format(Locale.ROOT, "by about %.2g or %.2g times",
			other, one);
	}
}
