package org.zeroshotsr.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class ExamplePoolTest {

	private static final Factor TWO = new Factor(2, 2);
	private static final List<Orientation> ALL = List.of(Orientation.values());
	private static final Augmentation AS_IS = new Augmentation(1, 0, ALL, 0.5, 0, 0, 0);
	private static final Augmentation ORIENTED = new Augmentation(0, 1, ALL, 0.5, 0, 0, 0);
	private static final Augmentation SCALED = new Augmentation(0, 0, List.of(Orientation.AS_IS), 0.5, 0, 0, 0);
	private static final Augmentation WARPED = new Augmentation(0, 0, ALL, 0.5, 1, 0.25, 0.1);

	private static Plane random(final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	/** A checkerboard, the row and the column of each pixel: the last two tell where a father's pixels come from. */
	private static Plane coordinates(final int height, final int width) {
		final Plane plane = new Plane(3, height, width);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int i = y * width + x;
				plane.data[i] = (x + y) % 2 == 0 ? 1 : -1;
				plane.data[height * width + i] = y;
				plane.data[2 * height * width + i] = x;
			}
		return plane;
	}

	private static ExamplePool pool(final Plane image, final Factor factor, final Augmentation augmentation, final int crop,
		final long seed)
	{
		return new ExamplePool(List.of(image), factor, Kernel.cubic(), null, augmentation, crop, seed);
	}

	/** Where in an image of distinct samples a crop of it was taken. */
	private static Window place(final Plane image, final Plane crop) {
		for (int i = 0; i < image.data.length; i++)
			if (image.data[i] == crop.data[0]) {
				final Window w = new Window(i / image.width, i % image.width, crop.height, crop.width);
				assertArrayEquals(image.crop(w).data, crop.data, "the father is a part of the image");
				return w;
			}
		throw new AssertionError("not from the image");
	}

	/** The son of a window of the image, enlarged: shrunk with {@code more} pixels of its surroundings, then cut. */
	private static Plane son(final Plane image, final Window w, final int more, final Factor factor) {
		final Plane father = image.mirrored(new Window(w.y() - more, w.x() - more, w.height() + 2 * more, w.width() + 2 *
			more));
		final Plane low = Kernel.cubic().shrink(father.height, father.width, factor.lowHeight(father.height), factor
			.lowWidth(father.width), factor).apply(father);
		return Resizes.enlarge(low.height, low.width, factor).apply(low).crop(new Window(more, more, w.height(), w.width()));
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "3, 3", "1.5, 1.5", "2, 1.5", "1, 2", "4, 4" })
	void sonIsTheShrunkenFather(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final Plane image = random(50, 61);
		final ExamplePool pool = pool(image, factor, AS_IS, 24, 3);
		for (int i = 0; i < 20; i++) {
			final Example e = pool.next();
			final Window w = place(image, e.target());
			assertEquals(24, w.height());
			assertEquals(24, w.width());
			// how much of the surroundings is taken is the pool's business
			double nearest = Double.MAX_VALUE;
			for (int more = 8; more < 50; more++)
				nearest = Math.min(nearest, greatestDifference(son(image, w, more, factor), e.input()));
			assertEquals(0, nearest, 1e-6, "the enlarged son of " + w);
		}
	}

	private static double greatestDifference(final Plane a, final Plane b) {
		assertEquals(a.data.length, b.data.length);
		double most = 0;
		for (int i = 0; i < a.data.length; i++)
			most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
		return most;
	}

	@Test
	void allEightOrientationsOccur() {
		final Plane image = coordinates(40, 40);
		final ExamplePool pool = pool(image, TWO, ORIENTED, 16, 1);
		final Set<String> seen = new HashSet<>();
		for (int i = 0; i < 120; i++) {
			final double[] map = Map.of(pool.next().target()).slopes();
			for (final double slope : map)
				assertEquals(Math.rint(slope), slope, 1e-6, "no interpolation");
			seen.add(Arrays.toString(map));
		}
		assertEquals(8, seen.size());
	}

	/** Which affine map a father of {@link #coordinates} is made by: row and column at its centre and their slopes. */
	private record Map(double row, double column, double rowDown, double rowAcross, double columnDown,
		double columnAcross)
	{

		static Map of(final Plane father) {
			final int y = father.height / 2;
			final int x = father.width / 2;
			final int d = Math.min(y, x) - 4;
			return new Map(father.get(1, y, x), father.get(2, y, x), slope(father, 1, d, 0), slope(father, 1, 0, d), slope(
				father, 2, d, 0), slope(father, 2, 0, d));
		}

		private static double slope(final Plane p, final int c, final int dy, final int dx) {
			final int y = p.height / 2;
			final int x = p.width / 2;
			return (p.get(c, y + dy, x + dx) - p.get(c, y - dy, x - dx)) / 2 / Math.max(dy, dx);
		}

		double[] slopes() {
			return new double[] { rowDown, rowAcross, columnDown, columnAcross };
		}
	}

	/** Inside a father there is nothing but the image: a ramp stays a ramp, but for the ripple of antialiasing (1/10 pixel) and its mirroring at the very edge. */
	@ParameterizedTest
	@ValueSource(ints = { 20, 32, 48, 64 })
	void noFatherShowsABorder(final int crop) {
		final int height = 80;
		final int width = 110;
		final Plane image = coordinates(height, width);
		final ExamplePool pool = pool(image, TWO, WARPED, crop, 5);
		int turned = 0;
		for (int i = 0; i < 60; i++) {
			final Plane father = pool.next().target();
			final Map map = Map.of(father);
			if (Math.abs(map.rowDown * map.rowAcross) > 0.01) turned++;
			for (int y = 0; y < father.height; y++)
				for (int x = 0; x < father.width; x++) {
					final int dy = y - father.height / 2;
					final int dx = x - father.width / 2;
					final boolean edge = y < 3 || x < 3 || y >= father.height - 3 || x >= father.width - 3;
					final double row = map.row + map.rowDown * dy + map.rowAcross * dx;
					final double column = map.column + map.columnDown * dy + map.columnAcross * dx;
					assertEquals(row, father.get(1, y, x), edge ? 0.6 : 0.12, y + "," + x + " of " + father.height + " " + map);
					assertEquals(column, father.get(2, y, x), edge ? 0.6 : 0.12, y + "," + x + " of " + father.height + " " + map);
					assertTrue(row > -1 && row < height && column > -1 && column < width, row + ", " + column);
				}
		}
		assertTrue(turned > 20, "most are turned by any angle: " + turned + " of 60");
	}

	@Test
	void fathersThatShrinkAreLowPassFiltered() {
		final ExamplePool pool = pool(coordinates(90, 90), TWO, SCALED, 32, 2);
		int small = 0;
		for (int i = 0; i < 300; i++) {
			final Plane father = pool.next().target();
			if (Map.of(father).rowDown < 1 / 0.65) continue;
			small++;
			// the checkerboard is far beyond what the father can show: unfiltered it would keep its contrast of 1
			double squares = 0;
			for (int y = 3; y < father.height - 3; y++)
				for (int x = 3; x < father.width - 3; x++)
					squares += Math.pow(father.get(0, y, x), 2);
			assertEquals(0, Math.sqrt(squares / (father.height - 6) / (father.width - 6)), 0.1);
		}
		assertTrue(small > 5, small + " small fathers");
	}

	@Test
	void scalesNearOneAreLikelierAndNoneIsTooSmall() {
		final ExamplePool pool = pool(coordinates(90, 90), TWO, SCALED, 32, 4);
		int near = 0;
		for (int i = 0; i < 300; i++) {
			final Map map = Map.of(pool.next().target());
			final double scale = 1 / map.rowDown;
			assertEquals(scale, 1 / map.columnAcross, 1e-3, "without anisotropy both axes alike");
			assertTrue(scale > 0.499 && scale < 1.001, "scale " + scale);
			if (scale > 0.75) near++;
		}
		assertTrue(near > 180, near + " of 300 in the nearer half");
	}

	/** Nothing turned by any angle or sheared, and no orientation that changes the kernel; all others occur. */
	@ParameterizedTest
	@CsvSource({ "30, 2", "90, 4", "45, 4" })
	void kernelsThatAreNotSymmetric(final double angle, final int orientations) {
		final Kernel kernel = Kernel.gaussian(0.7, 0.4, angle);
		final ExamplePool pool = pool(coordinates(90, 90), TWO, Augmentation.DEFAULT.with(kernel), 32, 6);
		final Set<String> seen = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			final Map map = Map.of(pool.next().target());
			final boolean transposed = Math.abs(map.rowAcross) > 0.5;
			assertTrue(angle == 45 || !transposed, map.toString());
			assertEquals(0, transposed ? map.rowDown : map.rowAcross, 1e-3);
			assertEquals(0, transposed ? map.columnAcross : map.columnDown, 1e-3);
			final double down = transposed ? map.columnDown : map.rowDown;
			final double across = transposed ? map.rowAcross : map.columnAcross;
			assertTrue(angle == 90 || down * across > 0, "half turns and diagonal mirrors alone: " + map);
			seen.add(transposed + " " + Math.signum(down) + " " + Math.signum(across));
		}
		assertEquals(orientations, seen.size());
	}

	@Test
	void symmetricKernelsChangeNothing() {
		assertEquals(Augmentation.DEFAULT, Augmentation.DEFAULT.with(Kernel.gaussian(0.7)));
		final Augmentation none = Augmentation.DEFAULT.with(Kernel.measured(new double[][] { { 1, 2 }, { 3, 4 } }));
		assertEquals(List.of(Orientation.AS_IS), none.orientations());
	}

	@Test
	void defaultMixesAllKinds() {
		final ExamplePool pool = pool(coordinates(100, 100), TWO, Augmentation.DEFAULT, 48, 8);
		int plain = 0;
		int turned = 0;
		final int n = 300;
		for (int i = 0; i < n; i++) {
			final Map map = Map.of(pool.next().target());
			if (Arrays.stream(map.slopes()).allMatch(s -> Math.abs(s - Math.rint(s)) < 1e-6)) plain++;
			else if (Math.abs(map.rowDown * map.rowAcross) > 0.01) turned++;
		}
		assertTrue(plain > 0.4 * n && plain < 0.75 * n, plain + " without interpolation");
		assertTrue(turned > 0.1 * n, turned + " turned by any angle");
	}

	@Test
	void structuredCropsComeMoreOften() {
		final Plane image = random(48, 192);
		for (int y = 0; y < 48; y++)
			for (int x = 0; x < 96; x++)
				image.data[y * 192 + x] *= 1e-3f;
		final ExamplePool pool = pool(image, TWO, AS_IS, 24, 1);
		int structured = 0;
		final int n = 400;
		for (int i = 0; i < n; i++)
			if (place(image, pool.next().target()).x() + 12 >= 96) structured++;
		assertTrue(structured > 0.55 * n && structured < 0.95 * n, structured + " of " + n +
			": more than by chance, but the dark is not left out");
	}

	@ParameterizedTest
	@CsvSource({ "8, 8, 2, 2", "9, 40, 2, 2", "40, 9, 1.5, 1.5", "8, 8, 4, 4", "17, 23, 3, 1.5", "12, 12, 16, 16" })
	void imagesSmallerThanTheCropWork(final int height, final int width, final double rows, final double columns) {
		final Plane image = random(height, width);
		final ExamplePool pool = pool(image, new Factor(rows, columns), Augmentation.DEFAULT, 128, 1);
		for (int i = 0; i < 60; i++) {
			final Example e = pool.next();
			assertEquals(e.target().height, e.input().height);
			assertEquals(e.target().width, e.input().width);
			assertTrue(Math.min(e.target().height, e.target().width) >= Math.min(8, Math.min(height, width)));
			assertTrue(Math.max(e.target().height, e.target().width) <= Math.max(height, width));
			for (final float v : e.input().data)
				assertTrue(v > -1 && v < 2);
			for (final float v : e.target().data)
				assertTrue(v > -0.5 && v < 1.5);
		}
	}

	@Test
	void noiseOfFathersAndSonsIsIndependent() {
		final int side = 96;
		final Plane flat = new Plane(1, side, side);
		final double sigma = 0.05;
		NoiseModel.gaussian(sigma).addTo(flat, new SplittableRandom(3));
		for (final Augmentation augmentation : List.of(AS_IS, ORIENTED, SCALED)) {
			final ExamplePool pool = new ExamplePool(List.of(flat), TWO, Kernel.cubic(), NoiseModel.gaussian(sigma),
				augmentation, 64, 1);
			double sons = 0;
			double fathers = 0;
			double both = 0;
			final int n = 120;
			for (int i = 0; i < n; i++) {
				final Example e = pool.next();
				final float[] son = e.input().data;
				final float[] father = e.target().data;
				for (int k = 0; k < son.length; k++) {
					sons += son[k] * son[k] / son.length / n;
					fathers += father[k] * father[k] / son.length / n;
					both += son[k] * father[k] / son.length / n;
				}
			}
			// of noise that they shared, shrinking and enlarging would leave a fifth of the variance in common
			assertEquals(0, both / (sigma * sigma), 0.05, augmentation.toString());
			if (augmentation == SCALED) continue;
			assertEquals(2, fathers / (sigma * sigma), 0.1, "the image's noise and as much again");
			// cubic interpolation half-way at a quarter pixel keeps sum(w²) of white noise's variance along each axis
			final double[] w = { -0.0703125, 0.8671875, 0.2265625, -0.0234375 };
			double kept = 0;
			for (final double v : w)
				kept += v * v;
			assertEquals(kept * kept, sons / (sigma * sigma), 0.1, "as noisy as the image enlarged");
		}
	}

	@Test
	void noiseMovesNoMean() {
		final Plane image = random(60, 60);
		final ExamplePool pool = new ExamplePool(List.of(image), TWO, Kernel.cubic(), new NoiseModel(0.01, 0.02, 0), AS_IS,
			48, 1);
		double difference = 0;
		int n = 0;
		for (int i = 0; i < 40; i++) {
			final Example e = pool.next();
			for (int k = 0; k < e.input().data.length; k++, n++)
				difference += e.input().data[k] - e.target().data[k];
		}
		assertEquals(0, difference / n, 0.003);
	}

	@Test
	void theSameSeedDrawsTheSameExamples() {
		final Plane image = random(50, 50);
		final ExamplePool a = pool(image, TWO, Augmentation.DEFAULT, 32, 7);
		final ExamplePool b = pool(image, TWO, Augmentation.DEFAULT, 32, 7);
		final ExamplePool other = pool(image, TWO, Augmentation.DEFAULT, 32, 8);
		int different = 0;
		for (int i = 0; i < 30; i++) {
			final Example e = a.next();
			final Example same = b.next();
			assertArrayEquals(e.target().data, same.target().data);
			assertArrayEquals(e.input().data, same.input().data);
			if (!Arrays.equals(e.target().data, other.next().target().data)) different++;
		}
		assertTrue(different > 25);
	}

	@Test
	void allSourcesAreUsed() {
		final Plane image = random(40, 40);
		final Plane larger = new Plane(1, 80, 80);
		final Random random = new Random(2);
		for (int i = 0; i < larger.data.length; i++)
			larger.data[i] = 5 + random.nextFloat();
		final ExamplePool pool = new ExamplePool(List.of(image, larger), TWO, Kernel.cubic(), null, AS_IS, 24, 1);
		int ofLarger = 0;
		for (int i = 0; i < 100; i++)
			if (pool.next().target().data[0] >= 5) ofLarger++;
		assertTrue(ofLarger > 25 && ofLarger < 75, ofLarger + " of 100");
		assertFalse(Arrays.equals(image.data, larger.data));
	}
}
