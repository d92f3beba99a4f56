package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

/**
 * How well a network rebuilds the image from its own shrunken copy: the only truth there is. Large images are measured
 * in their best-structured places alone.
 */
final class Reconstruction {

	private static final int SIDE = 192;
	private static final int PLACES = 2;
	/** Mean square of float's rounding: an image that is rebuilt that well gives no infinite dB. */
	private static final double ROUNDING = 1e-14;

	private final List<Example> examples = new ArrayList<>();
	private final double bicubic;

	/** @param noise of the image in working units, or null; then what is rebuilt, and what from, have independent noise */
	Reconstruction(final Plane image, final Factor factor, final Kernel kernel, final NoiseModel noise) {
		final Recorruption recorruption = new Recorruption(noise, kernel, factor);
		final SplittableRandom random = new SplittableRandom(0);
		// a measured kernel cannot shrink a place that is smaller than itself
		for (final Window place : places(image, Math.max(SIDE, 2 * kernel.reach(factor)))) {
			final Plane part = recorruption.pair(image.crop(place), random);
			final Plane son = kernel.shrink(part.height, part.width, factor.lowHeight(part.height), factor.lowWidth(
				part.width), factor).apply(recorruption.source(part));
			recorruption.complete(son, random);
			final Plane enlarged = Resizes.enlarge(son.height, son.width, factor).apply(son);
			examples.add(new Example(enlarged.crop(new Window(0, 0, part.height, part.width)), recorruption.father(
				part)));
		}
		double error = 0;
		for (final Example e : examples)
			error += meanSquare(e.input().data, e.target().data) / examples.size();
		bicubic = error;
	}

	private static List<Window> places(final Plane image, final int side) {
		if ((long) image.height * image.width <= (long) side * side * PLACES) return List.of(new Window(0, 0, image.height,
			image.width));
		final List<Window> grid = Structure.grid(image, side);
		return grid.subList(0, Math.min(PLACES, grid.size()));
	}

	/**
	 * What a network makes of the image's shrunken copy.
	 *
	 * @param gain dB by which it is nearer to the image than cubic enlargement; NaN when the network gives no numbers
	 * @param dead whether the network changes nothing at all, as when all its features are dead
	 */
	record Measure(double gain, boolean dead) {}

	Measure measure(final Network network) {
		double error = 0;
		boolean dead = true;
		for (final Example e : examples) {
			final float[] input = e.input().interleaved();
			final float[] output = network.apply(input, e.input().height, e.input().width);
			dead &= Arrays.equals(input, output);
			error += meanSquare(output, e.target().interleaved()) / examples.size();
		}
		return new Measure(Double.isFinite(error) ? 10 * Math.log10((bicubic + ROUNDING) / (error + ROUNDING))
			: Double.NaN, dead);
	}

	private static double meanSquare(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			final double d = a[i] - b[i];
			sum += d * d;
		}
		return sum / a.length;
	}
}
