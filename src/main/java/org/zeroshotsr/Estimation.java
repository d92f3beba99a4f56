package org.zeroshotsr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseEstimator;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.stack.PlaneOrder;

/** What an image itself tells of its degradation, channel by channel, as each may have had another camera and colour. */
public final class Estimation {

	/** Planes of a channel that are looked at, evenly spread over it. */
	private static final int PLANES = 5;

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
			estimates.add(NoiseEstimator.estimate(planes(image, order, channel)));
		return estimates;
	}

	/**
	 * The options with what they leave to be estimated, for one channel.
	 *
	 * @param channel positions of its planes
	 * @param found   gets each estimate, as the option and its value
	 */
	static <T extends RealType<T>> Options resolve(final Options options, final RandomAccessibleInterval<T> image,
		final PlaneOrder order, final List<long[]> channel, final Consumer<String> found)
	{
		Options resolved = options;
		final List<Plane> planes = planes(image, order, channel);
		if (options.estimatesNoise()) {
			final String noise = text(NoiseEstimator.estimate(planes).model());
			found.accept("noise=" + noise);
			resolved = resolved.with(Option.NOISE, noise);
		}
		return resolved;
	}

	/** Some planes of a channel, in grey levels, holes filled; those of one value alone are left out where there are others. */
	static <T extends RealType<T>> List<Plane> planes(final RandomAccessibleInterval<T> image, final PlaneOrder order,
		final List<long[]> channel)
	{
		final List<Plane> planes = new ArrayList<>();
		final int count = Math.min(PLANES, channel.size());
		for (int i = 0; i < count; i++) {
			final long[] position = channel.get((2 * i + 1) * channel.size() / (2 * count));
			final Plane plane = PlaneIO.read(image, order.x(), order.y(), order.samples(), position);
			Holes.fill(plane);
			planes.add(plane);
		}
		if (planes.stream().anyMatch(p -> IntensityRange.of(p) != null)) planes.removeIf(p -> IntensityRange.of(p) == null);
		return planes;
	}

	/** The value of the option noise that stands for this model, with four significant digits. */
	public static String text(final NoiseModel model) {
		return "poisson:" + digits(model.gain()) + "," + digits(model.read()) + "," + digits(model.offset());
	}

	private static String digits(final double value) {
		return value == 0 ? "0" : new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros()
			.toPlainString();
	}
}
