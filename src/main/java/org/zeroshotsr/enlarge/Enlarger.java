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
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/**
 * Applies a trained network to an image (Shocher, Cohen, Irani 2018, section 3.1): the flips and turns of the enlarged
 * image go through the network and are turned back, each is back-projected, the median is taken and back-projected again.
 * Large images are done in tiles, each with a margin as wide as anything outside can reach in, so that tiles do not show.
 */
public final class Enlarger {

	private static final List<Orientation> ALL = List.of(Orientation.values());
	private static final List<Orientation> FLIPS = ALL.stream().filter(o -> !o.isTransposed()).toList();

	private final Network network;
	private final EnlargeSettings settings;

	public Enlarger(final Network network, final EnlargeSettings settings) {
		this.network = network;
		this.settings = settings;
	}

	/**
	 * Enlarges one tile, which may be the whole image.
	 *
	 * @param low  the tile with its margin, in working units
	 * @param high which window of the enlarged whole is wanted, with its margin
	 */
	Plane enlarge(final Plane low, final Resize enlarge, final Resize shrink) {
		final BackProjection project = new BackProjection(shrink, enlarge, settings.backProjection());
		final Plane start = enlarge.apply(low);
		final List<Plane> results = new ArrayList<>();
		for (final Orientation orientation : orientations()) {
			final Plane turned = orientation.apply(start);
			final Plane output = Plane.ofInterleaved(turned.channels, turned.height, turned.width, network.apply(turned
				.interleaved(), turned.height, turned.width));
			final Plane result = orientation.inverse().apply(output);
			project.refine(result, low);
			results.add(result);
		}
		final Plane result = median(results);
		project.refine(result, low);
		return result;
	}

	private List<Orientation> orientations() {
		if (settings.ensemble() == 1) return List.of(Orientation.AS_IS);
		return settings.ensemble() == 8 && settings.factor().isotropic() ? ALL : FLIPS;
	}

	private static Plane median(final List<Plane> planes) {
		final int n = planes.size();
		if (n == 1) return planes.get(0);
		final Plane first = planes.get(0);
		final Plane result = new Plane(first.channels, first.height, first.width);
		final int rows = first.channels * first.height;
		IntStream.range(0, rows).parallel().forEach(row -> {
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
