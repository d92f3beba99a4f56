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
package org.zeroshotsr.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.estimate.ImageCautions;
import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.estimate.KernelEstimator;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseEstimator;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Kernel;

/** What an image itself tells of its degradation, channel by channel, as each may have had another camera and colour. */
public final class Estimation {

	private static final String NONE = "none";
	private static final String BICUBIC = "bicubic";
	/** Noise whose standard deviation is less than this part of the image's range is none, at a level under which this part of it is. */
	private static final double NEGLIGIBLE = 0.005;
	private static final double BRIGHT = 0.9;
	/** From how many samples levels are taken, at most. */
	private static final int SAMPLES = 1 << 18;

	private Estimation() {}

	/**
	 * The sensor's noise.
	 *
	 * @param image of any real type
	 * @param axes  a letter for each dimension, as {@code ZeroShotSR.upscale} takes them
	 * @return an estimate for each channel, in grey levels; one alone for merged colours
	 * @throws IllegalArgumentException where the image is too small, or nowhere even enough
	 */
	public static <T extends RealType<T>> List<NoiseEstimate> noise(final RandomAccessibleInterval<T> image,
		final String axes)
	{
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		final List<NoiseEstimate> estimates = new ArrayList<>();
		for (final List<long[]> channel : order.channels())
			estimates.add(NoiseEstimator.estimate(Excerpts.of(new ImageSource<>(image, order), channel), Excerpts.pairs(new ImageSource<>(image, order),
				channel)));
		return estimates;
	}

	/**
	 * The kernel that shrank the scene, a Gaussian.
	 *
	 * @param image    of any real type
	 * @param axes     a letter for each dimension, as {@code ZeroShotSR.upscale} takes them
	 * @param progress is told how far it is, and may cancel
	 * @return an estimate for each channel; one alone for merged colours
	 * @throws IllegalArgumentException where the image is too small or flat
	 */
	public static <T extends RealType<T>> List<KernelEstimate> kernel(final RandomAccessibleInterval<T> image,
		final String axes, final Progress progress)
	{
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		final List<List<long[]>> channels = order.channels();
		final List<KernelEstimate> estimates = new ArrayList<>();
		for (int i = 0; i < channels.size(); i++) {
			final int channel = i;
			estimates.add(KernelEstimator.estimate(sharpest(Excerpts.of(new ImageSource<>(image, order), channels.get(i))),
				new WrappedProgress(progress)
				{

					@Override
					public void update(final Status status) {
						progress.checkCanceled();
						super.update(new Status(status.stage(), channel + 1, channels.size(), status.step(), status.steps(),
							Double.NaN, Double.NaN, Double.NaN, Double.NaN));
					}
				}));
		}
		return estimates;
	}

	/** The plane whose neighbouring samples differ most, its colours averaged, its holes filled. */
	private static Plane sharpest(final List<Plane> planes) {
		planes.forEach(Holes::fill);
		return planes.stream().map(Plane::grey).max(Comparator.comparingDouble(Estimation::contrast)).orElseThrow();
	}

	private static double contrast(final Plane plane) {
		double sum = 0;
		for (int i = 1; i < plane.data.length; i++)
			sum += Math.abs(plane.data[i] - plane.data[i - 1]);
		return sum;
	}

	/**
	 * What was found of a channel.
	 *
	 * @param recipe  with nothing left to be estimated
	 * @param options that were estimated, noise, kernel, or both, with their values
	 * @param words   what was found in the image, for people; "" for nothing
	 */
	record Found(Recipe recipe, Map<String, String> options, String words) {}

	/**
	 * A recipe with what it leaves to be estimated, and with the noise by which results are judged.
	 *
	 * @param channel  positions of its planes, or of parts of them
	 * @param series   those of them of which each is like the one before it, but for what has moved
	 * @param progress is told how far it is, hears what the user should know, and may cancel
	 */
	static Found resolve(final Recipe recipe, final PlaneSource source, final List<long[]> channel, final List<long[]> series,
		final Progress progress)
	{
		final List<Plane> planes = Excerpts.of(source, channel);
		if (!recipe.fallback() && !recipe.estimatesNoise() && !recipe.estimatesKernel()) {
			cautions(planes, recipe, null, progress);
			return new Found(recipe.judgedBy(given(recipe)), Map.of(), "");
		}
		final List<String> words = new ArrayList<>();
		final NoiseEstimate estimate = noise(planes, Excerpts.pairs(source, series), recipe.estimatesNoise() ? progress : Progress.NONE);
		cautions(planes, recipe, estimate, progress);
		final NoiseModel measured = estimate == null ? null : rounded(estimate.model());
		// of JPEG's errors an amount alone is assumed, which judges nothing
		Recipe resolved = recipe.judgedBy(measured == null ? given(recipe) : estimate.compressed() ? null : measured);
		final Map<String, String> options = new LinkedHashMap<>();
		if (recipe.estimatesNoise()) {
			options.put("noise", measured == null ? NONE : text(measured));
			words.add(measured == null ? "no noise to speak of" : words(measured, planes));
			resolved = resolved.with(measured);
		}
		if (recipe.estimatesKernel()) {
			final KernelEstimate blur = kernel(planes, recipe.deblurs() ? progress : new Silent(progress));
			final boolean used = blur != null && recipe.deblurs();
			options.put("kernel", used ? text(blur) : BICUBIC);
			if (blur != null) words.add(String.format(Locale.ROOT, "a blur of %.2g and %.2g pixels%s", blur.rows(), blur.columns(), used
				? "" : " (kernel=estimate takes it away)"));
			resolved = resolved.with(used ? blur.kernel() : Kernel.cubic());
		}
		return new Found(resolved, options, String.join(", ", words));
	}

	/** Of the image, whatever is estimated. */
	private static void cautions(final List<Plane> planes, final Recipe recipe, final NoiseEstimate estimate, final Progress progress) {
		progress.checkCanceled();
		ImageCautions.of(planes, recipe.ceiling(), recipe.kernel() instanceof AxialKernel ? null : recipe.factor(),
			estimate).forEach(progress::note);
	}

	/** Tells nothing, but may cancel. */
	private static final class Silent extends WrappedProgress {

		Silent(final Progress progress) {
			super(progress);
		}

		@Override
		public void note(final String message) {}
	}

	/** The noise that was asked for in grey levels; else null. */
	private static NoiseModel given(final Recipe recipe) {
		return recipe.noise() == null || recipe.noise().relative() ? null : recipe.noise().model();
	}

	/** "noise of 12.3 grey levels at the median level 140, of which neighbours share 0.4". */
	private static String words(final NoiseModel model, final List<Plane> planes) {
		final double median = median(planes);
		final double shared = Math.max(model.correlation().at(1, 0), model.correlation().at(0, 1));
		return String.format(Locale.ROOT, "noise of %.3g grey levels at the median level %.4g%s", Math.sqrt(model.variance(median)),
			median, shared == 0 ? "" : String.format(Locale.ROOT, ", of which neighbours share %.2g", shared));
	}

	private static double median(final List<Plane> planes) {
		final double[] sorted = samples(planes);
		return sorted[sorted.length / 2];
	}

	/** The finite ones, sorted; of many not all. */
	private static double[] samples(final List<Plane> planes) {
		final int step = 1 + planes.stream().mapToInt(p -> p.data.length).sum() / SAMPLES;
		return planes.stream().flatMapToDouble(p -> IntStream.range(0, p.data.length / step).mapToDouble(i -> p.data[i * step]))
			.filter(Double::isFinite).sorted().toArray();
	}

	/** null where there is none to speak of, or it cannot be estimated. */
	private static NoiseEstimate noise(final List<Plane> planes, final List<Plane> pairs, final Progress progress) {
		try {
			final NoiseEstimate estimate = NoiseEstimator.estimate(planes, pairs);
			final double[] sorted = samples(planes);
			final double range = sorted[(int) (0.999 * (sorted.length - 1))] - sorted[(int) (0.001 * (sorted.length - 1))];
			if (Math.sqrt(estimate.model().variance(sorted[(int) (BRIGHT * (sorted.length - 1))])) < NEGLIGIBLE * range) return null;
			ofNoise(estimate).forEach(caution -> progress.note("noise: " + caution));
			return estimate;
		}
		catch (final BadInput e) {
			progress.note("the noise cannot be estimated (" + e.getMessage() + "); none is assumed");
			return null;
		}
	}

	/** What the user should know before believing an estimate of the noise; mostly empty. */
	public static List<String> cautions(final NoiseEstimate estimate) {
		final List<String> cautions = ofNoise(estimate);
		if (estimate.compressed()) cautions.add("the image shows the blocks of JPEG, which are taken for noise, too");
		if (estimate.cautions().contains(NoiseEstimate.Caution.SMOOTHED)) cautions.add(
			"neighbouring pixels share nearly all of it: the image was smoothed, interpolated or denoised before");
		if (estimate.cautions().contains(NoiseEstimate.Caution.SHARPENED)) cautions.add(
			"that of neighbouring pixels is opposite: the image was sharpened or deconvolved before");
		return cautions;
	}

	/** Those that {@link ImageCautions} does not tell. */
	private static List<String> ofNoise(final NoiseEstimate estimate) {
		final List<String> cautions = new ArrayList<>();
		if (estimate.structured()) cautions.add("neighbouring pixels share it: either the image was smoothed, interpolated or " +
			"denoised before, and there is more than this, or it is full of fine structure, and there is less");
		if (estimate.cautions().contains(NoiseEstimate.Caution.STRETCHED)) cautions.add(
			"the image's grey levels are more than 1 apart, as where 8 bits were stretched to 16: their rounding counts as noise");
		return cautions;
	}

	/** null where it is not known to be another than bicubic. */
	private static KernelEstimate kernel(final List<Plane> planes, final Progress progress) {
		try {
			final KernelEstimate estimate = KernelEstimator.estimate(sharpest(planes), progress);
			if (estimate.better()) return rounded(estimate);
			progress.note("the image does not show that its kernel is another than bicubic, which is taken");
		}
		catch (final BadInput e) {
			progress.note("the kernel cannot be estimated (" + e.getMessage() + "); bicubic is taken");
		}
		return null;
	}

	/** The value of the option kernel that stands for this estimate, with four significant digits. */
	public static String text(final KernelEstimate estimate) {
		return "gaussian:" + digits(estimate.rows()) + "," + digits(estimate.columns()) + "," + digits(estimate.angle());
	}

	/** The value of the option noise that stands for this model, with four significant digits. */
	public static String text(final NoiseModel model) {
		final String numbers = "poisson:" + digits(model.gain()) + "," + digits(model.read()) + "," + digits(model.offset());
		final Correlation c = model.correlation();
		return c.isNone() ? numbers : numbers + "," + text(c.rows()) + (c.rows().equals(c.columns()) ? "" : "x" + text(c
			.columns()));
	}

	/** Always with the second distance, for one number alone would stand for a Gaussian. */
	private static String text(final List<Double> lags) {
		final List<String> texts = new ArrayList<>(lags.stream().map(Estimation::digits).toList());
		while (texts.size() < 2)
			texts.add("0");
		return String.join("/", texts);
	}

	/** As the text says it, so that a run with that text is the same. */
	private static NoiseModel rounded(final NoiseModel model) {
		return new NoiseModel(rounded(model.gain()), rounded(model.read()), rounded(model.offset()), new Correlation(rounded(
			model.correlation().rows()), rounded(model.correlation().columns())));
	}

	private static List<Double> rounded(final List<Double> lags) {
		return lags.stream().map(Estimation::rounded).toList();
	}

	private static KernelEstimate rounded(final KernelEstimate estimate) {
		return new KernelEstimate(rounded(estimate.rows()), rounded(estimate.columns()), rounded(estimate.angle()), estimate
			.misfit(), estimate.evidence());
	}

	private static double rounded(final double value) {
		return Double.parseDouble(digits(value));
	}

	private static String digits(final double value) {
		return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
	}
}
