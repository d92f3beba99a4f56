package org.zeroshotsr.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.estimate.KernelEstimator;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseEstimator;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.Kernel;

/** What an image itself tells of its degradation, channel by channel, as each may have had another camera and colour. */
public final class Estimation {

	private static final String NONE = "none";
	private static final String BICUBIC = "bicubic";

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
			estimates.add(NoiseEstimator.estimate(Excerpts.of(source(image, order), channel)));
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
			estimates.add(KernelEstimator.estimate(sharpest(Excerpts.of(source(image, order), channels.get(i))),
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

	/** The plane whose neighbouring samples differ most, its colours averaged. */
	private static Plane sharpest(final List<Plane> planes) {
		return planes.stream().map(Estimation::grey).max(Comparator.comparingDouble(Estimation::contrast)).orElseThrow();
	}

	private static Plane grey(final Plane plane) {
		if (plane.channels == 1) return plane;
		final Plane grey = new Plane(1, plane.height, plane.width);
		for (int i = 0; i < plane.data.length; i++)
			grey.data[i % grey.data.length] += plane.data[i] / plane.channels;
		return grey;
	}

	private static double contrast(final Plane plane) {
		double sum = 0;
		for (int i = 1; i < plane.data.length; i++)
			sum += Math.abs(plane.data[i] - plane.data[i - 1]);
		return sum;
	}

	private static <T extends RealType<T>> PlaneSource source(final RandomAccessibleInterval<T> image,
		final PlaneOrder order)
	{
		return position -> PlaneIO.read(image, order.x(), order.y(), order.samples(), position);
	}

	/**
	 * A recipe with what it leaves to be estimated.
	 *
	 * @param channel  positions of its planes
	 * @param found    gets each estimate, as the option and its value
	 * @param progress is told how far it is, hears what the user should know, and may cancel
	 */
	static Recipe resolve(final Recipe recipe, final PlaneSource source, final List<long[]> channel,
		final Consumer<String> found, final Progress progress)
	{
		if (!recipe.estimatesNoise() && !recipe.estimatesKernel()) return recipe;
		Recipe resolved = recipe;
		final List<Plane> planes = Excerpts.of(source, channel);
		if (recipe.estimatesNoise()) {
			final NoiseModel noise = noise(planes, progress);
			found.accept("noise=" + (noise == null ? NONE : text(noise)));
			resolved = resolved.with(noise);
		}
		if (recipe.estimatesKernel()) {
			final KernelEstimate estimate = kernel(planes, progress);
			found.accept("kernel=" + (estimate == null ? BICUBIC : text(estimate)));
			resolved = resolved.with(estimate == null ? Kernel.cubic() : estimate.kernel());
		}
		return resolved;
	}

	/** null where it cannot be estimated. */
	private static NoiseModel noise(final List<Plane> planes, final Progress progress) {
		try {
			final NoiseEstimate estimate = NoiseEstimator.estimate(planes);
			cautions(estimate).forEach(caution -> progress.note("noise: " + caution));
			return rounded(estimate.model());
		}
		catch (final IllegalArgumentException e) {
			progress.note("the noise cannot be estimated (" + e.getMessage() + "); none is assumed");
			return null;
		}
	}

	/** What the user should know before believing an estimate of the noise; mostly empty. */
	public static List<String> cautions(final NoiseEstimate estimate) {
		final List<String> cautions = new ArrayList<>();
		if (estimate.correlated()) cautions.add("neighbouring pixels share it: either the image was interpolated or denoised, " +
			"and there is more noise than this, or it is full of fine structure, and there is less");
		if (estimate.compressed()) cautions.add("the image shows the blocks of JPEG, which are taken for noise, too");
		return cautions;
	}

	/** null where it is not known to be another than bicubic. */
	private static KernelEstimate kernel(final List<Plane> planes, final Progress progress) {
		try {
			final KernelEstimate estimate = KernelEstimator.estimate(sharpest(planes), progress);
			if (estimate.better()) return rounded(estimate);
			progress.note("the image does not show that its kernel is another than bicubic, which is taken");
		}
		catch (final IllegalArgumentException e) {
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
