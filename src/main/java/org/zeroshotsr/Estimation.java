package org.zeroshotsr;

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
import org.zeroshotsr.estimate.Monitor;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseEstimator;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.stack.PlaneOrder;

/** What an image itself tells of its degradation, channel by channel, as each may have had another camera and colour. */
public final class Estimation {

	/** What the user sees while a kernel is estimated. */
	static final String ESTIMATING = "estimating the kernel";

	private Estimation() {}

	/**
	 * The sensor's noise.
	 *
	 * @param image of any real type
	 * @param axes  a letter for each dimension, as {@link ZeroShotSR#upscale} takes them
	 * @return an estimate for each channel, in grey levels; one alone for merged colours
	 * @throws IllegalArgumentException where the image is too small, or nowhere even enough
	 */
	public static <T extends RealType<T>> List<NoiseEstimate> noise(final RandomAccessibleInterval<T> image,
		final String axes)
	{
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		final List<NoiseEstimate> estimates = new ArrayList<>();
		for (final List<long[]> channel : order.channels())
			estimates.add(NoiseEstimator.estimate(Excerpts.of(image, order, channel)));
		return estimates;
	}

	/**
	 * The kernel that shrank the scene, a Gaussian.
	 *
	 * @param image    of any real type
	 * @param axes     a letter for each dimension, as {@link ZeroShotSR#upscale} takes them
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
			estimates.add(KernelEstimator.estimate(sharpest(Excerpts.of(image, order, channels.get(i))), (done, of) -> {
				progress.checkCanceled();
				progress.update(new Status(ESTIMATING, channel + 1, channels.size(), done, of, Double.NaN, Double.NaN,
					Double.NaN));
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

	/**
	 * The options with what they leave to be estimated, for one channel.
	 *
	 * @param channel positions of its planes
	 * @param found   gets each estimate, as the option and its value
	 * @param notes   takes what the user should know
	 * @param monitor is told how far it is, and may cancel
	 */
	static <T extends RealType<T>> Options resolve(final Options options, final RandomAccessibleInterval<T> image,
		final PlaneOrder order, final List<long[]> channel, final Consumer<String> found,
		final Consumer<String> notes, final Monitor monitor)
	{
		if (!options.estimatesNoise() && !options.estimatesKernel()) return options;
		Options resolved = options;
		final List<Plane> planes = Excerpts.of(image, order, channel);
		if (options.estimatesNoise()) {
			final String noise = noise(planes, notes);
			found.accept("noise=" + noise);
			resolved = resolved.with(Option.NOISE, noise);
		}
		if (options.estimatesKernel()) {
			final String kernel = kernel(planes, notes, monitor);
			found.accept("kernel=" + kernel);
			resolved = resolved.with(Option.KERNEL, kernel);
		}
		return resolved;
	}

	/** The value of the option noise. */
	private static String noise(final List<Plane> planes, final Consumer<String> notes) {
		try {
			final NoiseEstimate estimate = NoiseEstimator.estimate(planes);
			cautions(estimate).forEach(caution -> notes.accept("noise: " + caution));
			return text(estimate.model());
		}
		catch (final IllegalArgumentException e) {
			notes.accept("the noise cannot be estimated (" + e.getMessage() + "); none is assumed");
			return Option.NOISE.defaultValue();
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

	/** The value of the option kernel. */
	private static String kernel(final List<Plane> planes, final Consumer<String> notes, final Monitor monitor) {
		try {
			final KernelEstimate estimate = KernelEstimator.estimate(sharpest(planes), monitor);
			if (estimate.better()) return text(estimate);
			notes.accept("the image does not show that its kernel is another than bicubic, which is taken");
		}
		catch (final IllegalArgumentException e) {
			notes.accept("the kernel cannot be estimated (" + e.getMessage() + "); bicubic is taken");
		}
		return Option.KERNEL.defaultValue();
	}

	/** The value of the option kernel that stands for this estimate, with four significant digits. */
	public static String text(final KernelEstimate estimate) {
		return "gaussian:" + digits(estimate.rows()) + "," + digits(estimate.columns()) + "," + digits(estimate.angle());
	}

	/** The value of the option noise that stands for this model, with four significant digits. */
	public static String text(final NoiseModel model) {
		return "poisson:" + digits(model.gain()) + "," + digits(model.read()) + "," + digits(model.offset());
	}

	private static String digits(final double value) {
		return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros()
			.toPlainString();
	}
}
