package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.resize.Warp;

/**
 * Draws examples from one image (and, in gradual enlargement, from its intermediate results): a crop of the image is
 * flipped, turned or warped into a father, and shrunk with the kernel into its son (Shocher, Cohen, Irani 2018, section
 * 3.1). Fathers that shrink the image are low-pass filtered, and no father shows what lies beyond the image's border.
 * The same seed draws the same examples. Not for use by several threads at once.
 */
final class ExamplePool {

	/** Crops shrink in steps of this, so that few sizes occur: TensorFlow prepares each size once. */
	private static final int SIZE_STEP = 16;
	/** A rotated father smaller than this teaches too little. */
	private static final int MIN_ROTATED = 48;
	/** Share of crops for which the better structured of two places is taken. */
	private static final double PREFER_STRUCTURE = 0.5;

	private record Source(Plane plane, Structure structure) {}

	private final List<Source> sources = new ArrayList<>();
	private final Factor factor;
	private final Kernel kernel;
	private final Recorruption recorruption;
	private final Augmentation augmentation;
	private final int crop;
	private final int margin;
	private final SplittableRandom random;

	/**
	 * @param planes the sources of fathers in working units, the image first
	 * @param factor how many times a son is smaller than its father
	 * @param kernel what shrinks a father
	 * @param noise  noise of the image in working units, or null
	 * @param crop   side of a father in pixels
	 */
	ExamplePool(final List<Plane> planes, final Factor factor, final Kernel kernel, final NoiseModel noise,
		final Augmentation augmentation, final int crop, final long seed)
	{
		for (final Plane plane : planes)
			sources.add(new Source(plane, new Structure(plane)));
		this.factor = factor;
		this.kernel = kernel;
		recorruption = new Recorruption(noise, kernel, factor);
		this.augmentation = augmentation;
		this.crop = crop;
		final int grid = (int) Math.ceil(Math.max(factor.rows(), factor.columns()));
		final int reach = kernel.reach(factor) + 2 * grid;
		margin = (reach + grid - 1) / grid * grid;
		random = new SplittableRandom(seed);
	}

	Example next() {
		final double kind = random.nextDouble();
		final Source source = sources.get(random.nextInt(sources.size()));
		Plane father = null;
		if (kind >= augmentation.asIs() + augmentation.oriented()) father = affine(source);
		if (father == null) {
			final Plane plane = source.plane;
			final Window w = place(source, Math.min(crop, plane.height), Math.min(crop, plane.width));
			father = cut(plane, new Window(w.y() - margin, w.x() - margin, w.height() + 2 * margin, w.width() + 2 *
				margin));
		}
		final List<Orientation> orientations = augmentation.orientations();
		if (kind >= augmentation.asIs()) father = orientations.get(random.nextInt(orientations.size())).apply(father);
		return example(father);
	}

	/** A window of the given size within the source, at random, with a leaning to where there is something to see. */
	private Window place(final Source source, final int height, final int width) {
		final Plane plane = source.plane;
		int y = random.nextInt(plane.height - height + 1);
		int x = random.nextInt(plane.width - width + 1);
		if (random.nextDouble() < PREFER_STRUCTURE) {
			final int otherY = random.nextInt(plane.height - height + 1);
			final int otherX = random.nextInt(plane.width - width + 1);
			if (source.structure.of(otherY, otherX, height, width) > source.structure.of(y, x, height, width)) {
				y = otherY;
				x = otherX;
			}
		}
		return new Window(y, x, height, width);
	}

	/** A father, with its margin, that is smaller, stretched, turned; null where the image is too small for it. */
	private Plane affine(final Source source) {
		final Plane plane = source.plane;
		// scales near 1, the image's own size, are likelier
		final double scale = 1 - (1 - augmentation.minScale()) * random.nextDouble() * random.nextDouble();
		final double stretch = Math.exp(0.5 * augmentation.anisotropy() * random.nextGaussian());
		final double rows = Math.max(augmentation.minScale(), Math.min(1, scale * stretch));
		final double columns = Math.max(augmentation.minScale(), Math.min(1, scale / stretch));
		final boolean rotated = random.nextDouble() < augmentation.rotated();
		final double angle = random.nextDouble() * 2 * Math.PI;
		final double shear = augmentation.shear() * random.nextGaussian();
		final int height = (int) (plane.height * rows);
		final int width = (int) (plane.width * columns);
		if (rotated) {
			final double cos = Math.cos(angle);
			final double sin = Math.sin(angle);
			// father (y, x) about its centre to scaled image: a shear, then a turn
			final double[][] map = { { cos, sin + shear * cos }, { -sin, cos - shear * sin } };
			final double spreadY = Math.abs(map[0][0]) + Math.abs(map[0][1]);
			final double spreadX = Math.abs(map[1][0]) + Math.abs(map[1][1]);
			final int side = stepped((int) Math.min(crop, Math.min((height - 2) / spreadY, (width - 2) / spreadX)));
			if (side < Math.min(MIN_ROTATED, stepped(crop))) return null;
			return rotated(source, rows, columns, map, spreadY, spreadX, side);
		}
		final int cropHeight = height >= crop ? crop : stepped(height);
		final int cropWidth = width >= crop ? crop : stepped(width);
		if (cropHeight < SIZE_STEP || cropWidth < SIZE_STEP) return null;
		return scaled(source, rows, columns, cropHeight + 2 * margin, cropWidth + 2 * margin, margin);
	}

	private static int stepped(final int size) {
		return size / SIZE_STEP * SIZE_STEP;
	}

	/**
	 * A window of {@code height x width} of the source shrunk by the given scales, of which a border of {@code beyond}
	 * pixels may lie outside the image (mirrored).
	 */
	private Plane scaled(final Source source, final double rows, final double columns, final int height,
		final int width, final int beyond)
	{
		final Plane plane = source.plane;
		final int innerHeight = Math.min(plane.height, (int) Math.ceil((height - 2 * beyond) / rows));
		final int innerWidth = Math.min(plane.width, (int) Math.ceil((width - 2 * beyond) / columns));
		final Window inner = place(source, innerHeight, innerWidth);
		if (rows == 1 && columns == 1) return cut(plane, new Window(inner.y() - beyond, inner.x() - beyond, height,
			width));
		// the shrinking cubic reaches 2 / scale samples; whatever is shrunk beyond that is cut off again
		final int pad = 2;
		final int sourceHeight = (int) Math.ceil((height + 2 * pad) / rows);
		final int sourceWidth = (int) Math.ceil((width + 2 * pad) / columns);
		final int firstY = inner.y() - (int) Math.round((beyond + pad) / rows);
		final int firstX = inner.x() - (int) Math.round((beyond + pad) / columns);
		final Plane shrunk = Resizes.cubic(sourceHeight, sourceWidth, height + 2 * pad, width + 2 * pad, rows, columns)
			.apply(cut(plane, new Window(firstY, firstX, sourceHeight, sourceWidth)));
		return shrunk.crop(new Window(pad, pad, height, width));
	}

	private Plane rotated(final Source source, final double rows, final double columns, final double[][] map,
		final double spreadY, final double spreadX, final int side)
	{
		final int outside = side + 2 * margin;
		final int innerHeight = (int) Math.ceil(side * spreadY) + 2;
		final int innerWidth = (int) Math.ceil(side * spreadX) + 2;
		final int beyondY = (int) Math.ceil((outside * spreadY - innerHeight) / 2) + 2;
		final int beyondX = (int) Math.ceil((outside * spreadX - innerWidth) / 2) + 2;
		final int beyond = Math.max(0, Math.max(beyondY, beyondX));
		final Plane straight = scaled(source, rows, columns, innerHeight + 2 * beyond, innerWidth + 2 * beyond, beyond);
		final double centre = (outside - 1) / 2.0;
		final double centreY = (straight.height - 1) / 2.0;
		final double centreX = (straight.width - 1) / 2.0;
		return Warp.apply(straight, outside, outside, new double[][] { { map[0][0], map[0][1], centreY - (map[0][0] +
			map[0][1]) * centre }, { map[1][0], map[1][1], centreX - (map[1][0] + map[1][1]) * centre } });
	}

	/** A part of a source; with noise, the pair made of it. */
	private Plane cut(final Plane plane, final Window window) {
		return recorruption.pair(plane.mirrored(window), random);
	}

	/** Makes the son of a father (or pair) that has a margin, enlarges it, and drops the margin of both. */
	private Example example(final Plane pair) {
		final Plane son = kernel.shrink(pair.height, pair.width, factor.lowHeight(pair.height), factor.lowWidth(
			pair.width), factor).apply(recorruption.source(pair));
		recorruption.complete(son, random);
		final Plane enlarged = Resizes.enlarge(son.height, son.width, factor).apply(son);
		final Window inner = new Window(margin, margin, pair.height - 2 * margin, pair.width - 2 * margin);
		return new Example(enlarged.crop(inner), recorruption.father(pair).crop(inner));
	}
}
