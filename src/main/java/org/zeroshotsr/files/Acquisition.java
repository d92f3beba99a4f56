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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;

/**
 * How an image was taken, as far as its metadata tell: the calibration, and in the Info what Bio-Formats, OME-TIFF and
 * microscopes' own software write there.
 *
 * @param pixel     size of a pixel
 * @param aperture  the objective's numerical aperture, or null
 * @param emissions wavelengths in nm, one for each channel or one for all; empty where they are not known
 * @param index     the immersion medium's refractive index, or null
 * @param depth     distance of slices in micrometres; NaN where it is not known, or there is one slice alone
 */
public record Acquisition(PixelSize pixel, String aperture, List<String> emissions, String index, double depth) {

	/** Nothing is known. */
	public static final Acquisition UNKNOWN = of(PixelSize.UNKNOWN);

	private static final String NUMBER = "[^\\n=:\"0-9]{0,24}(?:#\\d+)?\\s*[=:]\\s*\"?([0-9]+(?:\\.[0-9]+)?)";
	private static final Pattern APERTURE = pattern("(?:lens\\s?na|numerical\\s?aperture|navalue)");
	private static final Pattern EMISSION = pattern("emission\\s?wave\\s?length");
	private static final Pattern INDEX = pattern("refractive\\s?index");
	/** What this program writes of how an image was made, with names of files in it. */
	private static final Pattern OWN = Pattern.compile("^.*(RUN|RECORD) Zero-Shot SR .*$", Pattern.MULTILINE);
	/** Wavelengths under this are in micrometres. */
	private static final double NANOMETRES = 10;

	/** An image of which the pixel size alone is known. */
	public static Acquisition of(final PixelSize pixel) {
		return of(pixel, Double.NaN);
	}

	/** The same with the distance of slices. */
	public static Acquisition of(final PixelSize pixel, final double depth) {
		return new Acquisition(pixel, null, List.of(), null, depth);
	}

	/** What an image's calibration and Info say. */
	public static Acquisition of(final ImagePlus image) {
		final String info = image.getInfoProperty() == null ? "" : OWN.matcher(image.getInfoProperty()).replaceAll("");
		final List<String> apertures = find(APERTURE, info);
		final List<String> emissions = new ArrayList<>();
		for (final String emission : find(EMISSION, info))
			emissions.add(Double.parseDouble(emission) < NANOMETRES ? String.valueOf(1000 * Double.parseDouble(emission))
				: emission);
		final List<String> indices = find(INDEX, info);
		return new Acquisition(PixelSize.of(image), first(apertures), forChannels(emissions, image.getNChannels()), first(
			indices), image.getNSlices() == 1 ? Double.NaN : PixelSize.length(image.getCalibration().pixelDepth, image.getCalibration()
				.getZUnit()));
	}

	/** The same seen with pixels that are so many times smaller (or larger, where a factor is under 1). */
	public Acquisition enlarged(final double rows, final double columns) {
		return new Acquisition(pixel.dividedBy(rows, columns), aperture, emissions, index, depth);
	}

	private static Pattern pattern(final String name) {
		return Pattern.compile(name + NUMBER, Pattern.CASE_INSENSITIVE);
	}

	private static List<String> find(final Pattern pattern, final String info) {
		final List<String> found = new ArrayList<>();
		final Matcher matcher = pattern.matcher(info);
		while (matcher.find())
			if (Double.parseDouble(matcher.group(1)) > 0) found.add(matcher.group(1));
		return found;
	}

	private static String first(final List<String> values) {
		return values.isEmpty() ? null : values.get(0);
	}

	/** One for each channel, or one that all share; anything else cannot be told apart. */
	private static List<String> forChannels(final List<String> emissions, final int channels) {
		if (emissions.size() == channels) return emissions;
		return emissions.stream().distinct().count() == 1 ? emissions.subList(0, 1) : List.of();
	}
}
