package org.zeroshotsr.enlarge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/**
 * Applies a trained network to an image (Shocher, Cohen, Irani 2018, section 3.1): the flips and turns of the enlarged
 * image go through the network and are turned back, each is back-projected, the median is taken and back-projected again.
 * Of a noisy image the median alone is back-projected, by what the noise does not explain.
 * Large images are done in tiles, each with a margin as wide as anything outside can reach in, so that tiles do not show.
 */
public final class Enlarger {

	/** Corrections shrink with every back-projection: beyond this many, what reaches in from afar is nothing. */
	private static final int REACHING_PROJECTIONS = 4;

	/**
	 * Standard deviation, in the image's pixels, of the Gaussian that splits what noisy images are corrected by. It leaves 0.5
	 * % of the noise's variance, and sets right the means that a median of noise, which the network learns, gets wrong. Five
	 * pairs of noisy and clean micrographs, x2, had 27.70 dB in the mean so, 27.06 dB with 2 pixels, and 27.51 dB without
	 * back-projection and means up to 6 % too low; four photographs with next to no noise 0 to 0.13 dB less than without
	 * a model.
	 */
	private static final double SMOOTHING = 4;

	private static final List<Orientation> ALL = List.of(Orientation.values());
	private static final List<Orientation> FLIPS = ALL.stream().filter(o -> !o.isTransposed()).toList();

	private final Network network;
	private final EnlargeSettings settings;
	private final Resize enlarge;
	private final Resize shrink;
	/** For what back-projection adds to a noisy image; else null. */
	private final Resize smooth;
	private final List<Tile> tiles;
	private final List<Orientation> orientations;

	/** For planes of {@code height x width}. */
	public Enlarger(final Network network, final EnlargeSettings settings, final int height, final int width) {
		this.network = network;
		this.settings = settings;
		final Factor factor = settings.factor();
		enlarge = Resizes.enlarge(height, width, factor);
		shrink = settings.kernel().shrink(enlarge.outHeight(), enlarge.outWidth(), height, width, factor);
		final boolean noisy = settings.noise() != null;
		final Kernel gaussian = noisy ? Kernel.gaussian(SMOOTHING) : null;
		final Factor same = new Factor(1, 1);
		smooth = gaussian == null ? null : gaussian.shrink(height, width, height, width, same);
		orientations = orientations(settings.ensemble(), factor, settings.kernel());
		final int cubic = (int) Math.ceil(2 * Math.max(factor.rows(), factor.columns()));
		// all but 0.3 % of the Gaussian
		final int smoothing = gaussian == null ? 0 : (int) Math.ceil(3 * SMOOTHING * Math.max(factor.rows(), factor
			.columns()));
		final int projection = settings.kernel().reach(factor) + cubic + smoothing;
		final int projections = noisy ? settings.backProjection() : 2 * settings.backProjection();
		final int margin = network.radius() + cubic + Math.min(REACHING_PROJECTIONS, projections) * projection;
		tiles = Tile.cut(height, width, factor, settings.tile(), margin);
	}

	/**
	 * In which flips and turns an image is enlarged: those that leave the kernel as it is, for no other orientation of the
	 * image was blurred by the kernel that the network has learnt.
	 *
	 * @param ensemble 1, 4 (flips) or 8; at most 4 where the factors differ
	 */
	public static List<Orientation> orientations(final int ensemble, final Factor factor, final Kernel kernel) {
		final List<Orientation> all = ensemble == 1 ? List.of(Orientation.AS_IS) : ensemble == 8 && factor.isotropic() ? ALL
			: FLIPS;
		return all.stream().filter(kernel::symmetric).toList();
	}

	/**
	 * Enlarges a plane in working units.
	 *
	 * @return root mean square of the difference between the input and the shrunken result, in working units
	 */
	public double enlarge(final Plane low, final Output output, final EnlargeMonitor monitor) {
		double squares = 0;
		int passes = 0;
		for (final Tile tile : tiles) {
			final Plane part = tiles.size() == 1 ? low : low.crop(tile.low());
			final Resize up = enlarge.window(tile.low(), tile.high());
			final Resize down = shrink.window(tile.high(), tile.low());
			final BackProjection.Noise noise = smooth == null ? null : new BackProjection.Noise(settings.noise()::variance,
				smooth.window(tile.low(), tile.low()));
			final BackProjection projection = new BackProjection(down, noise, up, settings.backProjection());
			final Plane start = up.apply(part);
			final List<Plane> results = new ArrayList<>();
			for (final Orientation orientation : orientations) {
				final Plane result = pass(start, orientation);
				if (noise == null) projection.refine(result, part);
				results.add(result);
				monitor.passed(++passes, tiles.size() * orientations.size());
			}
			final Plane result = median(results);
			projection.refine(result, part);
			squares += inconsistency(part, down.apply(result), tile);
			final Window kept = tile.kept();
			output.put(kept.y(), kept.x(), result.crop(new Window(kept.y() - tile.high().y(), kept.x() - tile.high().x(),
				kept.height(), kept.width())));
		}
		return Math.sqrt(squares / low.data.length);
	}

	private Plane pass(final Plane start, final Orientation orientation) {
		final Plane turned = orientation.apply(start);
		return orientation.inverse().apply(Plane.ofInterleaved(turned.channels, turned.height, turned.width, network
			.apply(turned.interleaved(), turned.height, turned.width)));
	}

	/** Sum of squared differences over the input pixels that this tile answers for. */
	private double inconsistency(final Plane low, final Plane shrunk, final Tile tile) {
		final Factor factor = settings.factor();
		final Window kept = tile.kept();
		final int top = (int) Math.ceil(kept.y() / factor.rows()) - tile.low().y();
		final int left = (int) Math.ceil(kept.x() / factor.columns()) - tile.low().x();
		final int bottom = Math.min(low.height, (int) Math.ceil((kept.y() + kept.height()) / factor.rows()) - tile.low()
			.y());
		final int right = Math.min(low.width, (int) Math.ceil((kept.x() + kept.width()) / factor.columns()) - tile.low()
			.x());
		double sum = 0;
		for (int c = 0; c < low.channels; c++) {
			for (int y = top; y < bottom; y++) {
				for (int x = left; x < right; x++) {
					final double d = low.get(c, y, x) - shrunk.get(c, y, x);
					sum += d * d;
				}
			}
		}
		return sum;
	}

	private static Plane median(final List<Plane> planes) {
		final int n = planes.size();
		if (n == 1) return planes.get(0);
		final Plane first = planes.get(0);
		final Plane result = new Plane(first.channels, first.height, first.width);
		IntStream.range(0, first.channels * first.height).parallel().forEach(row -> {
			final float[] values = new float[n];
			for (int i = row * first.width; i < (row + 1) * first.width; i++) {
				for (int k = 0; k < n; k++)
					values[k] = planes.get(k).data[i];
				Arrays.sort(values);
				result.data[i] = 0.5f * (values[(n - 1) / 2] + values[n / 2]);
			}
		});
		return result;
	}
}
