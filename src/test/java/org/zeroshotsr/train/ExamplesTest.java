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
package org.zeroshotsr.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

class ExamplesTest {

	private static final Factor TWO = new Factor(2, 2);

	private static Plane random(final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	/** The row and the column of each pixel, which tell where a father's pixels come from. */
	private static Plane coordinates(final int height, final int width) {
		final Plane plane = new Plane(2, height, width);
		for (int i = 0; i < height * width; i++) {
			plane.data[i] = i / width;
			plane.data[height * width + i] = i % width;
		}
		return plane;
	}

	private static NetworkSpec spec(final int channels, final Factor factor, final int depth) {
		final Factor block = factor.block();
		return new NetworkSpec(channels, (int) block.rows(), (int) block.columns(), depth, 4, "cpu",
			NetworkSpec.Precision.FLOAT32);
	}

	private static Examples examples(final Plane image, final Degradation degradation, final int crop, final long seed) {
		return new Examples(spec(image.channels, degradation.factor(), 3), degradation, image.means(), crop, seed);
	}

	private static List<Source> sources(final Plane... planes) {
		return Arrays.stream(planes).map(p -> new Source(p, true, true)).toList();
	}

	private static Degradation ideal(final Factor factor) {
		return new Degradation(Kernel.cubic(), factor, null);
	}

	private static boolean same(final Examples.Example a, final Examples.Example b) {
		return Arrays.equals(a.low().data, b.low().data) && Arrays.equals(a.high().data, b.high().data) && (a.mask() == null ||
			b.mask() == null ? a.mask() == b.mask() : Arrays.equals(a.mask().data, b.mask().data));
	}

	/** Made in any order, by any number of threads. */
	@Test
	void aStepHasItsExample() {
		final Plane image = random(90, 80);
		final Degradation noisy = new Degradation(Kernel.cubic(), TWO, new NoiseModel(0.01, 0.02, 0));
		final Examples examples = examples(image, noisy, 32, 7);
		final List<Source> echo = List.of(new Source(random(180, 160), false, true));
		final List<Examples.Example> inOrder = IntStream.range(0, 40).mapToObj(i -> examples.example(i, sources(image), echo))
			.toList();
		final List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
		Collections.shuffle(order, new Random(3));
		order.parallelStream().forEach(i -> assertTrue(same(inOrder.get(i), examples.example(i, sources(image), echo)), "step " +
			i));
		final Examples other = examples(image, noisy, 32, 8);
		for (int i = 1; i < 40; i++) {
			assertFalse(same(inOrder.get(i - 1), inOrder.get(i)));
			assertFalse(same(inOrder.get(i), other.example(i, sources(image), echo)));
		}
	}

	/** What was filled in for unknown pixels, here a glaring value, is in no father where an error counts, nor ranks a place. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "3, 3", "1.5, 1.5", "1, 2" })
	void holesAreNotLearntFrom(final double rows, final double columns) {
		final Plane image = random(120, 130);
		final Plane holes = image.copy();
		for (int y = 0; y < 120; y++)
			for (int x = 0; x < 130; x++)
				if (y % 40 == 7 || x > 60 && x < 75 || x + y < 20) {
					holes.data[y * 130 + x] = Float.NaN;
					image.data[y * 130 + x] = 1000;
				}
		final Known known = Known.of(holes);
		final Source source = new Source(image, true, Source.Edges.ALL, known);
		final Factor factor = new Factor(rows, columns);
		final Examples examples = examples(image, ideal(factor), 32, 1);
		int counted = 0;
		boolean glaring = false;
		for (int step = 0; step < 200; step++) {
			final Examples.Example e = examples.example(step, List.of(source), List.of());
			for (int i = 0; i < e.high().data.length; i++) {
				glaring |= e.high().data[i] > 100;
				if (e.mask() != null && e.mask().data[i] == 0) continue;
				counted++;
				assertTrue(e.high().data[i] < 100, "step " + step);
			}
		}
		assertTrue(glaring, "there are holes in the fathers");
		assertTrue(counted > 20_000, counted + " pixels count");
		// the edges of the holes are the strongest of all
		final Window best = Structure.best(image, known, 32);
		assertTrue(known.share(best) >= known.share(Structure.best(image, null, 32)));
		final Plane flat = new Plane(1, 120, 130);
		for (int i = 0; i < flat.data.length; i++)
			flat.data[i] = Float.isNaN(holes.data[i]) ? 1000 : 0;
		assertEquals(0, new Structure(flat, known).of(new Window(0, 0, 120, 130)));
	}

	@ParameterizedTest
	@CsvSource({ "90, 90, 2, 2", "90, 71, 1, 2", "71, 90, 3, 1", "91, 83, 1.5, 1.5", "91, 83, 2.5, 2.5", "91, 83, 3.7, 3.7",
		"70, 8, 2, 2", "8, 70, 2.5, 3", "8, 8, 16, 16", "9, 11, 4, 4", "200, 200, 4, 4" })
	void sizesFitAtAnyFactor(final int height, final int width, final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final Plane image = random(height, width);
		final Examples examples = examples(image, ideal(factor), 32, 1);
		for (int step = 0; step < 60; step++) {
			final Examples.Example e = examples.example(step, sources(image), List.of());
			assertEquals(e.low().height * factor.block().rows(), e.high().height);
			assertEquals(e.low().width * factor.block().columns(), e.high().width);
			for (final float v : e.low().data)
				assertTrue(v > -1 && v < 2);
			for (final float v : e.high().data)
				assertTrue(v > -0.5 && v < 1.5);
			if (e.mask() != null) assertTrue(e.mask().height == e.high().height && e.mask().width == e.high().width);
		}
	}

	/** The son of a father that is the image as it is, is the shrunken image there: its surroundings are the image's. */
	@Test
	void sonsAreShrunkWithTheirSurroundings() {
		final Plane image = random(120, 140);
		final Plane shrunk = ideal(TWO).shrink(image);
		final Examples examples = examples(image, ideal(TWO), 32, 5);
		int found = 0;
		for (int step = 0; step < 400; step++) {
			final Examples.Example e = examples.example(step, sources(image), List.of());
			for (int i = 0; i < image.data.length; i++) {
				if (image.data[i] != e.high().data[0] || i + 140 >= image.data.length ||
					image.data[i + 1] != e.high().data[1] || image.data[i + 140] != e.high().data[e.high().width]) continue;
				final int y = i / 140;
				final int x = i % 140;
				if (y % 2 != 0 || x % 2 != 0) continue;
				final Plane expected = shrunk.crop(new Window(y / 2, x / 2, 16, 16));
				assertArrayEquals(expected.data, e.low().data, 1e-5f);
				found++;
			}
		}
		assertTrue(found > 5, found + " crops as they are on even pixels");
	}

	/** Where the image goes on, what zero padding reaches does not count; at the image's own edges it does. */
	@Test
	void noPixelThatCountsSeesPaddingThatTheImageHasNot() {
		final Plane image = coordinates(200, 220);
		final int unseen = 3 * 2; // three layers, twofold
		final Examples examples = examples(image, ideal(TWO), 32, 1);
		int inside = 0;
		int atEdges = 0;
		for (int step = 0; step < 400; step++) {
			final Examples.Example e = examples.example(step, sources(image), List.of());
			assertNotNull(e.mask(), "a crop of 32 pixels cannot touch all edges");
			final int n = e.high().height * e.high().width;
			for (int y = 0; y < e.high().height; y++)
				for (int x = 0; x < e.high().width; x++) {
					final int toEdge = Math.min(Math.min(y, x), Math.min(e.high().height - 1 - y, e.high().width - 1 - x));
					if (e.mask().get(0, y, x) == 0 || toEdge >= unseen) continue;
					// counts although near the crop's edge: then that edge is the image's
					final double row = e.high().data[y * e.high().width + x];
					final double column = e.high().data[n + y * e.high().width + x];
					final double distance = Math.min(Math.min(row, 199 - row), Math.min(column, 219 - column));
					assertTrue(distance < unseen / 0.7 + 2, distance + " pixels from the image's edge");
					atEdges++;
				}
			if (e.mask().get(0, 0, 16) == 0 && e.mask().get(0, 16, 0) == 0) inside++;
		}
		assertTrue(inside > 100 && atEdges > 1000, inside + " inside, " + atEdges + " pixels at edges");
	}

	/** Side by side, for blocks of any shape: what counts near a crop's edge is at that edge of the image. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "1, 2", "3, 1", "1.5, 1.5", "2.5, 3.7" })
	void edgesOfACropCountWhereTheyAreTheImages(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final int height = 150;
		final int width = 170;
		final Plane image = coordinates(height, width);
		final Examples examples = examples(image, ideal(factor), 32, 4);
		final int[] unseen = { 3 * (int) rows, 3 * (int) columns };
		int edges = 0;
		for (int step = 0; step < 300; step++) {
			for (final boolean whole : new boolean[] { true, false }) {
				final Examples.Example e = examples.example(step, List.of(new Source(image, true, whole)), List.of());
				final Plane mask = e.mask();
				assertNotNull(mask);
				for (int y = unseen[0]; y < mask.height - unseen[0]; y++)
					for (int x = unseen[1]; x < mask.width - unseen[1]; x++)
						assertEquals(1, mask.get(0, y, x), "what padding does not reach counts");
				for (int side = 0; side < 4; side++) {
					final int deep = unseen[side / 2];
					final Window strip = side < 2 ? new Window(side == 0 ? 0 : mask.height - deep, 0, deep, mask.width) : new Window(0,
						side == 2 ? 0 : mask.width - deep, mask.height, deep);
					// where other sides' strips do not reach
					final boolean counts = mask.crop(strip).data[side < 2 ? deep * mask.width / 2 : mask.height / 2 * deep] == 1;
					if (!counts) continue;
					assertTrue(whole, "where the image goes on at all of its source's edges");
					edges++;
					final int outermost = side == 0 || side == 2 ? 0 : (side < 2 ? mask.height : mask.width) - 1;
					final int y = side < 2 ? outermost : mask.height / 2;
					final int x = side < 2 ? mask.width / 2 : outermost;
					final double row = e.high().get(0, y, x);
					final double column = e.high().get(1, y, x);
					final double off = Math.min(Math.min(row, height - 1 - row), Math.min(column, width - 1 - column));
					final boolean asItIs = row == Math.rint(row) && column == Math.rint(column);
					assertTrue(off <= (asItIs ? 0 : 1.6), "side " + side + " at " + row + ", " + column);
				}
			}
		}
		assertTrue(edges > 30, edges + " edges");
	}

	/** Of a ramp, each low pixel is the mean of the block that is to come out of it: sons lie where their fathers do. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "1, 2", "3, 1", "1.5, 1.5", "1, 1.5", "2.5, 2.5", "3.7, 2.5", "5, 5" })
	void sonsLieWhereTheirFathersDo(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final int blockRows = (int) rows;
		final int blockColumns = (int) columns;
		final int size = 240;
		final Plane image = coordinates(size, size);
		final double[][] lopsided = { { 1, 2, 3 }, { 0, 5, 1 }, { 0, 0, 1 } };
		for (final Kernel kernel : List.of(Kernel.cubic(), Kernel.gaussian(0.7, 0.4, 30), Kernel.measured(lopsided))) {
			final Examples examples = examples(image, new Degradation(kernel, factor, null), 32, 2);
			int seen = 0;
			for (int step = 0; step < 60; step++) {
				final Examples.Example e = examples.example(step, sources(image), List.of());
				for (int c = 0; c < 2; c++)
					for (int y = 0; y < e.low().height; y++)
						for (int x = 0; x < e.low().width; x++) {
							double mean = 0;
							boolean inside = true;
							for (int i = 0; i < blockRows * blockColumns; i++) {
								final int atY = y * blockRows + i / blockColumns;
								final int atX = x * blockColumns + i % blockColumns;
								mean += e.high().get(c, atY, atX) / blockRows / blockColumns;
								inside &= Math.abs(e.high().get(0, atY, atX) - size / 2) < size / 2 - 40 && Math.abs(e.high().get(1, atY,
									atX) - size / 2) < size / 2 - 40;
							}
							if (!inside) continue; // mirrored edges bend the ramp
							seen++;
							// cubic weights between pixels bend a ramp a little
							assertEquals(mean, e.low().get(c, y, x), 0.03, kernel + " at " + y + ", " + x + " of step " + step);
						}
			}
			assertTrue(seen > 1000, seen + " pixels");
		}
	}

	@Test
	void aLopsidedKernelLeavesNoTurn() {
		final Plane image = coordinates(90, 90);
		final Examples examples = examples(image, new Degradation(Kernel.measured(new double[][] { { 1, 2 }, { 3, 9 } }), TWO,
			null), 32, 6);
		for (int step = 0; step < 60; step++) {
			final Plane father = examples.example(step, sources(image), List.of()).high();
			assertTrue(father.get(0, 20, 16) > father.get(0, 16, 16) && father.get(1, 16, 20) > father.get(1, 16, 16));
		}
	}

	@Test
	void edgesComeNearlyAsOftenAsTheInside() {
		final Plane image = coordinates(200, 200);
		final Examples examples = examples(image, ideal(TWO), 32, 1);
		final double[] rows = new double[200];
		for (int step = 0; step < 4000; step++) {
			final Examples.Example e = examples.example(step, sources(image), List.of());
			for (int i = 0; i < e.mask().data.length; i++)
				if (e.mask().data[i] == 1) rows[Math.max(0, Math.min(199, Math.round(e.high().data[i])))]++;
		}
		final double edge = Arrays.stream(rows, 0, 6).average().getAsDouble();
		final double middle = Arrays.stream(rows, 60, 140).average().getAsDouble();
		assertTrue(edge > 0.5 * middle && edge < 1.5 * middle, edge + " at the edge, " + middle + " in the middle");
	}

	@ParameterizedTest
	@CsvSource({ "0, 8", "30, 2", "90, 4", "45, 4" })
	void onlyTurnsThatLeaveTheKernelAsItIs(final double angle, final int orientations) {
		final Kernel kernel = angle == 0 ? Kernel.cubic() : Kernel.gaussian(0.7, 0.4, angle);
		final Plane image = coordinates(90, 90);
		final Examples examples = examples(image, new Degradation(kernel, TWO, null), 32, 6);
		final Set<String> seen = new HashSet<>();
		for (int step = 0; step < 200; step++) {
			final Plane father = examples.example(step, sources(image), List.of()).high();
			final int n = father.height * father.width;
			final int at = father.width * (father.height / 2) + father.width / 2;
			seen.add(Math.round(father.data[at + 1] - father.data[at]) + " " + Math.round(father.data[n + at + 1] -
				father.data[n + at]) + " " + Math.round(father.data[at + father.width] - father.data[at]) + " " + Math.round(father.data[n +
					at + father.width] - father.data[n + at]));
		}
		assertEquals(orientations, seen.size(), seen.toString());
	}

	@Test
	void structuredCropsComeMoreOften() {
		final Plane image = random(96, 384);
		for (int i = 0; i < image.data.length; i++)
			if (i % 384 < 192) image.data[i] *= 1e-3f;
		final Examples examples = examples(image, ideal(TWO), 24, 1);
		int structured = 0;
		for (int step = 0; step < 400; step++) {
			float max = 0;
			for (final float v : examples.example(step, sources(image), List.of()).high().data)
				max = Math.max(max, v);
			if (max > 0.1) structured++;
		}
		assertTrue(structured > 220 && structured < 380, structured + " of 400: more than by chance, the dark not left out");
	}

	@Test
	void mostAreFromTheEchoWhereThereIsOne() {
		final Plane image = random(60, 60);
		final Plane large = random(120, 120);
		for (int i = 0; i < large.data.length; i++)
			large.data[i] += 5;
		final Examples examples = examples(image, ideal(TWO), 24, 1);
		int echoes = 0;
		for (int step = 0; step < 400; step++)
			if (examples.example(step, sources(image), List.of(new Source(large, false, true))).high().data[0] > 3) echoes++;
		assertEquals(0.8 * 400, echoes, 30);
	}

	/** Both halves of a recorrupted pair, and an echo's pair: sons are as noisy as the image, and nothing is shared. */
	@Test
	void noiseOfFathersAndSonsIsIndependentAndTheImages() {
		final double sigma = 0.05;
		final Plane flat = new Plane(1, 160, 160);
		NoiseModel.gaussian(sigma).addTo(flat, new SplittableRandom(3));
		final Examples examples = examples(flat, new Degradation(Kernel.cubic(), TWO, NoiseModel.gaussian(sigma)), 64, 1);
		final Source clean = new Source(new Plane(1, 160, 160), false, true);
		for (final boolean echo : new boolean[] { false, true }) {
			double sons = 0;
			double both = 0;
			final int n = 120;
			int taken = 0;
			for (int step = 0; step < n; step++) {
				final Examples.Example e = examples.example(step, echo ? List.of(clean) : sources(flat), List.of());
				final Plane father = ideal(TWO).shrink(e.high());
				taken++;
				for (int k = 0; k < e.low().data.length; k++) {
					sons += e.low().data[k] * e.low().data[k] / e.low().data.length;
					both += e.low().data[k] * father.data[k] / e.low().data.length;
				}
			}
			assertEquals(0, both / taken / (sigma * sigma), 0.06, "what is shared");
			// fathers that shrink have less noise, and so have what their sons are made of
			assertEquals(1, sons / taken / (sigma * sigma), echo ? 0.05 : 0.12, "as noisy as the image: " + echo);
		}
	}

	/** A strip: its long edges are the image's and are learnt from; where its places end along it the image goes on. */
	@Test
	void echoesOfAStripKnowWhichEdgesAreTheImages() {
		final Plane strip = random(8, 400);
		final ScriptedNetwork cubic = ScriptedNetwork.thatNeverLearns();
		final Echo echo = new Echo(cubic, ideal(TWO), new Source(strip, true, true), strip.means(), new Course(false, 100, 32, 20, 1));
		final Examples examples = examples(strip, ideal(TWO), 32, 1);
		int masked = 0;
		for (int step = 20; step < 100; step += 20)
			for (final Source place : echo.at(step)) {
				assertTrue(place.edges().top() && place.edges().bottom());
				assertFalse(place.edges().left() && place.edges().right());
				for (int i = 0; i < 40; i++) {
					final Plane mask = examples.example(i, List.of(place), List.of()).mask();
					assertNotNull(mask, "along the strip the image goes on, on one side at least");
					masked++;
				}
			}
		assertEquals(4 * 2 * 40, masked);
	}

	/** The echo of a network that is cubic enlargement is a part of the enlarged image. */
	@Test
	void echoesOfLargeImagesArePartsOfTheEnlargedImage() {
		final Plane image = random(320, 300);
		final ScriptedNetwork cubic = ScriptedNetwork.thatNeverLearns();
		final Course course = new Course(false, 100, 32, 20, 1);
		final Echo echo = new Echo(cubic, ideal(TWO), new Source(image, true, true), image.means(), course);
		assertEquals(List.of(20, 40, 60, 80), IntStream.range(0, 100).filter(echo::renews).boxed().toList());
		final Plane whole = new Enlarger(cubic, ideal(TWO), 4, 2, null).enlarge(image, image.means(),
			Progress.NONE);
		final List<Source> places = echo.at(20);
		assertEquals(2, places.size());
		for (final Source place : places) {
			assertFalse(place.noisy());
			assertEquals(288, place.plane().width);
			boolean found = false;
			for (int y = 0; y <= 640 - 288 && !found; y += 2)
				for (int x = 0; x <= 600 - 288 && !found; x += 2)
					found = isPart(whole, y, x, place.plane());
			assertTrue(found, "a part of the whole");
		}
		assertFalse(Arrays.equals(places.get(0).plane().data, echo.at(40).get(0).plane().data), "others each time");
		final Plane small = random(40, 50);
		final List<Source> one = new Echo(cubic, ideal(TWO), new Source(small, true, true), small.means(), course).at(20);
		assertTrue(one.size() == 1 && one.get(0).edges().equals(Source.Edges.ALL) && !one.get(0).noisy());
		assertArrayEquals(new Enlarger(cubic, ideal(TWO), 4, 2, null).enlarge(small, small.means(), Progress.NONE).data, one.get(
			0).plane().data);
	}

	/** To its very edges: the network and back-projection have seen what is around it. */
	private static boolean isPart(final Plane whole, final int top, final int left, final Plane part) {
		for (int y = 0; y < part.height; y++)
			for (int x = 0; x < part.width; x++)
				if (Math.abs(whole.get(0, top + y, left + x) - part.get(0, y, x)) > 1e-5) return false;
		return true;
	}
}
