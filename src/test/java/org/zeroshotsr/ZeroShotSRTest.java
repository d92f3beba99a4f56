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
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.quality.Intervals;
import org.zeroshotsr.quality.Quality;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.run.PlaneReport;

/** The facade, with a real but small network. */
class ZeroShotSRTest {

	private static final Options SMALL = Options.defaults().with(Map.of("depth", "3", "width", "8", "steps", "12", "crop",
		"32", "ensemble", "4", "device", "cpu", "preset", "ideal", "fallback", "off", "stack",
		"independent"));

	/** Blobs between the given levels. */
	private static float[] blobs(final int count, final double low, final double high, final int seed) {
		final Random random = new Random(seed);
		final int width = 24;
		final float[] samples = new float[count];
		for (int i = 0; i < count; i++) {
			final double x = i % width;
			final double y = i / width;
			samples[i] = (float) (low + (high - low) * (0.5 + 0.35 * Math.sin(0.5 * x + seed) * Math.cos(0.4 * y) + 0.05 * random
				.nextDouble()));
		}
		return samples;
	}

	private static <T extends RealType<T>> List<Double> values(final RandomAccessibleInterval<T> image) {
		final List<Double> values = new ArrayList<>();
		Views.flatIterable(image).forEach(v -> values.add(v.getRealDouble()));
		return values;
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(v -> v).average().orElseThrow();
	}

	private static <T extends RealType<T> & NativeType<T>> Result<T> run(final RandomAccessibleInterval<T> image,
		final String axes, final Options options)
	{
		final List<Double> before = values(image);
		final Result<T> result = ZeroShotSR.upscale(image, axes, options, Progress.NONE);
		assertEquals(before, values(image), "the input was changed");
		return result;
	}

	private static RandomAccessibleInterval<UnsignedShortType> shorts(final float[] samples, final long... dimensions) {
		final short[] data = new short[samples.length];
		for (int i = 0; i < data.length; i++)
			data[i] = (short) Math.round(samples[i]);
		return ArrayImgs.unsignedShorts(data, dimensions);
	}

	@Test
	void sixteenBitKeepsItsIntensities() {
		final var image = shorts(blobs(24 * 20, 40_000, 60_000, 1), 24, 20);
		final Result<UnsignedShortType> result = run(image, "XY", SMALL);
		assertArrayEquals(new long[] { 48, 40 }, result.image().dimensionsAsLongArray());
		assertEquals(mean(values(image)), mean(values(result.image())), 30);
		final Plane large = PlaneIO.read(result.image(), 0, 1, -1, new long[2]);
		final Plane shrunk = Kernel.cubic().shrink(40, 48, 20, 24, new Factor(2, 2)).apply(large);
		final Plane input = PlaneIO.read(image, 0, 1, -1, new long[2]);
		double squares = 0;
		for (int i = 0; i < input.data.length; i++)
			squares += Math.pow(input.data[i] - shrunk.data[i], 2) / input.data.length;
		final double rms = result.report().consistency().rms();
		assertEquals(Math.sqrt(squares), rms, 0.3, "the RMS that is reported, but for rounding");
		assertTrue(rms < 200, "1 % of the range: " + rms);
	}

	/** Maps are made beside the result, which stays as it is, holes and constant planes included. */
	@Test
	void mapsBesideTheResult() {
		final float[] samples = blobs(24 * 20 * 2, 100, 900, 3);
		samples[5 * 24 + 7] = Float.NaN;
		Arrays.fill(samples, 24 * 20, 2 * 24 * 20, 42);
		final var image = ArrayImgs.floats(samples, 24, 20, 2);
		final Result<FloatType> plain = run(image, "XYZ", SMALL);
		final Result<FloatType> mapped = ZeroShotSR.upscale(image, "XYZ", SMALL, Layer.maps(), Progress.NONE, LocalEngine::new);
		assertEquals(values(plain.image()), values(mapped.image()));
		assertEquals(Map.of(), plain.maps());
		for (final Layer map : Layer.maps()) {
			final List<Double> made = values(mapped.maps().get(map));
			assertEquals(2 * 48 * 40, made.size());
			for (int i = 0; i < made.size(); i++) {
				final boolean hole = i / 48 / 2 == 5 && i % 48 / 2 == 7;
				assertEquals(hole, made.get(i).isNaN(), map + " at " + i);
				if (i >= 48 * 40) assertEquals(0, made.get(i), map + " of a plane of one value");
			}
		}
		final List<Double> widths = values(mapped.maps().get(Layer.UNCERTAINTY)).subList(0, 48 * 40);
		assertTrue(widths.stream().filter(w -> !w.isNaN()).allMatch(w -> w > 0 && w < 800), "grey levels");
		final List<Double> claimed = values(mapped.maps().get(Layer.NEW));
		for (int i = 0; i < widths.size(); i++)
			assertTrue(Double.isNaN(widths.get(i)) || claimed.get(i) == 0 || Math.abs(claimed.get(i)) > widths.get(i));
	}

	/** Against a truth that the run has never seen. The numbers are those of the benchmark, in docs/measurements.md. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 12 })
	void nineTenthsOfTheTruthLieWithinTheUncertainty(final double sigma) {
		final Plane truth = new Plane(1, 144, 160);
		final Random random = new Random(6);
		for (int blob = 0; blob < 260; blob++) {
			final double cy = 144 * random.nextDouble();
			final double cx = 160 * random.nextDouble();
			final double width = 0.9 + 2.5 * random.nextDouble();
			final double height = 600 * random.nextDouble();
			for (int y = 0; y < 144; y++)
				for (int x = 0; x < 160; x++)
					truth.data[y * 160 + x] += (float) (height * Math.exp(-((y - cy) * (y - cy) + (x - cx) * (x - cx)) / 2 / width / width));
		}
		final Plane low = Kernel.cubic().shrink(144, 160, 72, 80, new Factor(2, 2)).apply(truth);
		for (int i = 0; i < low.data.length; i++)
			low.data[i] += (float) (sigma * random.nextGaussian());
		final Options options = SMALL.with(Map.of("steps", "150", "width", "16", "depth", "5", "ensemble", "8", "noise", sigma == 0 ? "none"
			: "gaussian:" + sigma));
		final Result<FloatType> result = ZeroShotSR.upscale(ArrayImgs.floats(low.data, 80, 72), "XY", options, List.of(Layer.UNCERTAINTY),
			Progress.NONE, LocalEngine::new);
		final Intervals intervals = Intervals.of(PlaneIO.read(result.image(), 0, 1, -1, new long[2]), truth, PlaneIO.read(result.maps()
			.get(Layer.UNCERTAINTY), 0, 1, -1, new long[2]));
		// an image without noise that is smooth for its pixels is enlarged better than its shrunken copies: widths are too wide there
		assertTrue(intervals.inside() > 0.83 && (sigma == 0 || intervals.inside() < 0.97), intervals.toString());
		assertTrue(intervals.worst() > 0.75, intervals.toString());
		assertTrue(intervals.spread() > (sigma == 0 ? 3 : 1.5), intervals.toString());
	}

	@Test
	void sameSeedSameBits() {
		final var image = shorts(blobs(24 * 20, 100, 900, 2), 24, 20);
		final List<Double> first = values(run(image, "XY", SMALL).image());
		assertEquals(first, values(run(image, "XY", SMALL).image()));
		assertFalse(first.equals(values(run(image, "XY", SMALL.with(Option.SEED, "2")).image())));
	}

	@Test
	void anyFactorAndAxesInAnyOrder() {
		final var image = shorts(blobs(24 * 20, 100, 900, 3), 24, 20);
		final Result<UnsignedShortType> result = run(Views.permute(image, 0, 1), "YX", SMALL.with(Option.SCALE, "1.37x2.5"));
		assertArrayEquals(new long[] { 28, 60 }, result.image().dimensionsAsLongArray());
		assertEquals(values(run(image, "XY", SMALL.with(Option.SCALE, "1.37x2.5")).image()), values(Views.permute(result
			.image(), 0, 1)));
	}

	@Test
	void eightBitSaturationIsCounted() {
		final float[] samples = new float[24 * 20];
		for (int i = 0; i < samples.length; i++)
			samples[i] = i % 24 / 3 % 2 == 0 ? 0 : 255;
		final byte[] data = new byte[samples.length];
		for (int i = 0; i < data.length; i++)
			data[i] = (byte) samples[i];
		final Result<UnsignedByteType> result = run(ArrayImgs.unsignedBytes(data, 24, 20), "XY", SMALL);
		assertTrue(result.report().saturated() > 0);
		assertTrue(result.report().notes().stream().anyMatch(n -> n.startsWith(result.report().saturated() + " samples")));
	}

	@Test
	void floatsKeepNegativeAndLargeValuesAndHoles() {
		final float[] samples = blobs(24 * 20, -3e6, 5e6, 4);
		samples[5 * 24 + 7] = Float.NaN;
		samples[9 * 24 + 3] = Float.POSITIVE_INFINITY;
		final Result<FloatType> result = ZeroShotSR.upscale(ArrayImgs.floats(samples, 24, 20), "XY", SMALL, Progress.NONE);
		int nan = 0;
		double min = 0;
		double max = 0;
		for (final double v : values(result.image())) {
			if (Double.isNaN(v)) nan++;
			else if (Double.isFinite(v)) {
				min = Math.min(min, v);
				max = Math.max(max, v);
			}
		}
		assertEquals(4, nan);
		assertTrue(Float.isNaN(result.image().getAt(15, 11).get()) && Float.isNaN(result.image().getAt(14, 10).get()));
		assertEquals(Float.POSITIVE_INFINITY, result.image().getAt(6, 18).get());
		assertTrue(min < -1e6 && max > 2e6 && min > -4e6 && max < 6e6, min + " to " + max);
		assertEquals(2, result.report().planes().get(0).holes());
	}

	@Test
	void coloursAreOneImageAndChannelsAreNot() {
		final var image = shorts(blobs(24 * 20 * 3, 0, 250, 5), 24, 20, 3);
		assertEquals(1, run(image, "XYS", SMALL).report().planes().size());
		final Result<UnsignedShortType> channels = run(image, "XYC", SMALL);
		assertEquals(List.of("C0", "C1", "C2"), channels.report().planes().stream().map(PlaneReport::position).toList());
		// each plane alone gives the same
		assertEquals(values(run(Views.hyperSlice(image, 2, 1), "XY", SMALL).image()), values(Views.hyperSlice(channels
			.image(), 2, 1)));
	}

	@Test
	void warmPlanesTakeFewerSteps() {
		final var image = shorts(blobs(24 * 20 * 4, 100, 2000, 6), 24, 20, 2, 2);
		final Options options = SMALL.with(Option.STACK, "warm").with(Option.STEPS, "40");
		final Report report = run(image, "XYZC", options).report();
		assertEquals(List.of(40, 6, 40, 6), report.planes().stream().map(PlaneReport::steps).toList());
		assertEquals(List.of(false, true, false, true), report.planes().stream().map(PlaneReport::warm).toList());
	}

	@Test
	void jointPlanesShareOneTraining() {
		final var image = shorts(blobs(24 * 20 * 4, 100, 2000, 6), 24, 20, 2, 2);
		final Options options = SMALL.with(Option.STACK, "joint").with(Option.STEPS, "40");
		final Result<UnsignedShortType> result = run(image, "XYZC", options);
		// more steps than for one plane, once a channel
		assertEquals(List.of(48, 0, 48, 0), result.report().planes().stream().map(PlaneReport::steps).toList());
		assertTrue(result.report().flicker() > 0);
		assertEquals(values(result.image()), values(run(image, "XYZC", options).image()), "the same seed, the same result");
		// a single plane has nothing to share
		final var one = shorts(blobs(24 * 20, 100, 2000, 6), 24, 20);
		assertEquals(values(run(one, "XY", SMALL).image()), values(run(one, "XY", SMALL.with(Option.STACK, "auto")).image()));
	}

	@Test
	void gradualGoesThroughItsStages() {
		final var image = shorts(blobs(24 * 20, 100, 2000, 7), 24, 20);
		final Result<UnsignedShortType> result = run(image, "XY", SMALL.with(Option.GRADUAL, "1x1.5,1.5"));
		assertEquals(3, result.report().planes().get(0).trainings().size());
		assertArrayEquals(new long[] { 48, 40 }, result.image().dimensionsAsLongArray());
	}

	@Test
	void constantPlanesAreReturnedWithANote() {
		final float[] samples = blobs(24 * 20 * 2, 100, 2000, 8);
		java.util.Arrays.fill(samples, 0, 24 * 20, 77);
		final Result<UnsignedShortType> result = run(shorts(samples, 24, 20, 2), "XYZ", SMALL);
		assertTrue(values(Views.hyperSlice(result.image(), 2, 0)).stream().allMatch(v -> v == 77));
		assertTrue(result.report().notes().get(0).contains("Z0"), result.report().notes().toString());
		final Result<FloatType> alone = run(ArrayImgs.floats(new float[10 * 9], 10, 9), "XY", SMALL);
		assertTrue(values(alone.image()).stream().allMatch(v -> v == 0));
		assertEquals("none", alone.report().device());
	}

	@Test
	void noiseAndMeasuredKernels() {
		final var image = shorts(blobs(24 * 20, 100, 2000, 9), 24, 20);
		final double[][] psf = { { 0.1, 0.2 }, { 0.3, 0.4 } };
		final Options options = SMALL.with(Map.of("noise", "poisson:2,5,100", "kernel", "file:psf.csv"));
		assertThrows(IllegalStateException.class, () -> run(image, "XY", options));
		final Result<UnsignedShortType> result = run(image, "XY", options.withKernel(Kernel.measured(psf)));
		assertEquals(mean(values(image)), mean(values(result.image())), 60);
		assertThrows(IllegalArgumentException.class, () -> run(image, "XY", options.with(Option.GRADUAL, "on").withKernel(
			Kernel.measured(psf))));
	}

	@Test
	void impossibleImagesAreRefusedBeforeAnyWork() {
		final Engine.Maker never = (o, c, h, w) -> {
			throw new AssertionError("work was begun");
		};
		final var small = shorts(new float[7 * 30], 30, 7);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.upscale(small, "XY", SMALL, Progress.NONE,
			never)).getMessage().contains("30 x 7"));
		// lazy: no such image could be held
		final var huge = Views.interval(Views.extendZero(small), new long[2], new long[] { 39_999, 39_999 });
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.check(huge, "XY", SMALL)).getMessage()
			.contains("2^31"));
		final var many = Views.interval(Views.extendZero(Views.addDimension(small, 0, 0)), new long[3], new long[] { 9_999,
			9_999, 99_999 });
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.check(many, "XYZ", SMALL)).getMessage()
			.contains("memory"));
	}

	@Test
	void sizesBeyondIntAreRefusedInWords() {
		final var small = shorts(new float[16], 4, 4);
		for (final long[] last : new long[][] { { 1L << 40, 99 }, { 1_500_000_000, 9 }, { 99, 1L << 33 } }) {
			final var huge = Views.interval(Views.extendZero(small), new long[2], last);
			final String message = assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.check(huge, "XY", SMALL))
				.getMessage();
			assertTrue(message.contains("scale") && message.contains("2^31"), message);
		}
	}

	/** The training shrinks the image itself with the kernel, not only its enlarged copy. */
	@Test
	void aKernelLargerThanTheImageIsRefusedBeforeAnyWork() {
		final double[][] psf = new double[15][15];
		for (final double[] row : psf)
			java.util.Arrays.fill(row, 1);
		final Options options = SMALL.with(Option.KERNEL, "file:psf.csv").withKernel(Kernel.measured(psf));
		final String message = assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.check(shorts(new float[200], 20,
			10), "XY", options)).getMessage();
		assertTrue(message.contains("15 x 15"), message);
		// and one that just fits works, with every kind of father
		psf[7][8] = 1.5;
		final Options fits = SMALL.with(Option.KERNEL, "file:psf.csv").withKernel(Kernel.measured(psf));
		final var image = shorts(blobs(24 * 15, 0, 900, 1), 24, 15);
		assertEquals(1, run(image, "XY", fits).report().planes().size());
	}

	@Test
	void theSmallestImageWorks() {
		final Result<UnsignedShortType> result = run(shorts(blobs(64, 0, 900, 1), 8, 8), "XY", SMALL.with(Option.SCALE, "3"));
		assertArrayEquals(new long[] { 24, 24 }, result.image().dimensionsAsLongArray());
	}

	@Test
	void planesAreReadInTheirTurnAndOnceBeforeToLookAtThem() {
		final List<Integer> read = new ArrayList<>();
		final int[] samples = new int[3];
		final float[] blobs = blobs(24 * 20, 100, 2000, 3);
		final RandomAccessibleInterval<FloatType> lazy = Views.interval(new FunctionRandomAccessible<>(3, (at, v) -> {
			final int z = at.getIntPosition(2);
			if (read.isEmpty() || read.get(read.size() - 1) != z) read.add(z);
			samples[z]++;
			v.set(blobs[at.getIntPosition(1) * 24 + at.getIntPosition(0)] + z);
		}, FloatType::new), new long[3], new long[] { 23, 19, 2 });
		final List<Integer> atStatus = new ArrayList<>();
		ZeroShotSR.upscale(lazy, "XYZ", SMALL, new Progress() {

			@Override
			public void update(final Status status) {
				atStatus.add(read.size() - 2 - status.plane());
			}
		});
		// the first in its turn, all three to look at them, then the others
		assertEquals(List.of(0, 1, 2, 1, 2), read);
		for (final int count : samples)
			assertEquals(2 * 24 * 20, count, 1, "each sample twice; the first may be asked for its type");
		assertTrue(atStatus.stream().allMatch(n -> n == 0), "no plane was read ahead: " + atStatus);
	}

	@Test
	void planesWithoutNumbersComeBackAsTheyWere() {
		final float[] samples = new float[2 * 24 * 20];
		java.util.Arrays.fill(samples, Float.NaN);
		System.arraycopy(blobs(24 * 20, -5, 5, 1), 0, samples, 24 * 20, 24 * 20);
		final Result<FloatType> result = ZeroShotSR.upscale(ArrayImgs.floats(samples, 24, 20, 2), "XYZ", SMALL,
			Progress.NONE);
		assertTrue(values(Views.hyperSlice(result.image(), 2, 0)).stream().allMatch(v -> v.isNaN()));
		assertTrue(values(Views.hyperSlice(result.image(), 2, 1)).stream().allMatch(v -> Double.isFinite(v)));
		// a constant with a hole: the constant, and the hole in its place
		final float[] seven = new float[10 * 10];
		java.util.Arrays.fill(seven, 7);
		seven[3 * 10 + 2] = Float.NaN;
		final Result<FloatType> constant = ZeroShotSR.upscale(ArrayImgs.floats(seven, 10, 10), "XY", SMALL, Progress.NONE);
		for (int y = 0; y < 20; y++)
			for (int x = 0; x < 20; x++)
				assertEquals(y / 2 == 3 && x / 2 == 2 ? Float.NaN : 7f, constant.image().getAt(x, y).get());
	}

	@Test
	void smallContrastOnALargeOffsetIsKept() {
		final float[] samples = blobs(24 * 20, 1_000_000, 1_000_040, 2);
		final Result<FloatType> result = run(ArrayImgs.floats(samples, 24, 20), "XY", SMALL);
		assertEquals(mean(values(ArrayImgs.floats(samples, 24, 20))), mean(values(result.image())), 0.2);
		assertTrue(values(result.image()).stream().allMatch(v -> v > 999_990 && v < 1_000_050));
		assertTrue(result.report().consistency().rms() < 2, "grey levels: " + result.report().consistency().rms());
	}

	@Test
	void finishingEndsTrainingButNotTheRun() {
		final var image = shorts(blobs(24 * 20, 100, 2000, 4), 24, 20);
		final Result<UnsignedShortType> result = ZeroShotSR.upscale(image, "XY", SMALL.with(Option.STEPS, "100000"),
			new Progress() {

				@Override
				public boolean isFinishing() {
					return true;
				}
			});
		assertEquals(1, result.report().steps());
		assertEquals(mean(values(image)), mean(values(result.image())), 30);
	}

	@Test
	void progressTellsAndCancels() {
		final var image = shorts(blobs(24 * 20 * 2, 100, 2000, 10), 24, 20, 2);
		final List<Status> statuses = new ArrayList<>();
		ZeroShotSR.upscale(image, "XYZ", SMALL.with(Option.STEPS, "60"), new Progress() {

			@Override
			public void update(final Status status) {
				statuses.add(status);
			}
		});
		assertTrue(statuses.stream().anyMatch(s -> s.stage().startsWith("training") && s.steps() == 60 && s.loss() > 0));
		final Status last = statuses.get(statuses.size() - 1);
		assertEquals(2, last.plane());
		assertEquals(2, last.planes());
		assertTrue(last.stage().startsWith("enlarging") && last.step() == last.steps(), last.toString());
		assertTrue(statuses.stream().noneMatch(s -> s.secondsLeft() < 0));

		final int[] asked = new int[1];
		assertThrows(CancellationException.class, () -> ZeroShotSR.upscale(image, "XYZ", SMALL, new Progress() {

			@Override
			public boolean isCanceled() {
				return ++asked[0] > 5;
			}
		}));
		assertEquals(6, asked[0], "asked after every step, and stopped at once");
	}

	/** The whole method on a microscopy image, against its truth. */
	@Test
	void gainsOverBicubicAgainstTheTruth() throws Exception {
		final Plane low = plane(Path.of("test-images/microtubules_16bit.tif"));
		final Plane truth = plane(Path.of("test-images/microtubules_16bit_truth.tif"));
		final Pixels<?> pixels = Pixels.of(ImageFiles.open(Path.of("test-images/microtubules_16bit.tif")));
		@SuppressWarnings("unchecked")
		final var image = (RandomAccessibleInterval<UnsignedShortType>) pixels.image();
		final Result<UnsignedShortType> result = ZeroShotSR.upscale(image, pixels.axes(), Options.defaults().with(Map.of(
			"steps", "80", "width", "32", "device", "cpu")), Progress.NONE);
		final double bicubic = Quality.psnr(Resizes.enlarge(low.height, low.width, new Factor(2, 2)).apply(low), truth, 65535,
			2, 2);
		final double ours = Quality.psnr(PlaneIO.read(result.image(), 0, 1, -1, new long[2]), truth, 65535, 2, 2);
		// back-projection of bicubic alone comes to 2.1 dB
		assertTrue(ours > bicubic + 4, ours + " dB, bicubic " + bicubic);
	}

	@SuppressWarnings("unchecked")
	private static Plane plane(final Path file) throws Exception {
		return PlaneIO.read((RandomAccessibleInterval<UnsignedShortType>) Pixels.of(ImageFiles.open(file)).image(), 0, 1, -1,
			new long[2]);
	}
}
