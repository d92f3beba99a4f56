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
package org.zeroshotsr.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/** Scenes shrunk with a known kernel; what comes back is compared with it as row, mixed and column variance. */
class KernelEstimatorTest {

	private static final Progress SILENT = Progress.NONE;
	private static final Plane SCENE = DeadLeaves.scene(384, 480, 1);

	private static Plane shrunk(final Kernel kernel) {
		final Factor two = new Factor(2, 2);
		return kernel.shrink(SCENE.height, SCENE.width, SCENE.height / 2, SCENE.width / 2, two).apply(SCENE);
	}

	private static double[] variances(final double rows, final double columns, final double angle) {
		final double cos = Math.cos(Math.toRadians(angle));
		final double sin = Math.sin(Math.toRadians(angle));
		final double a = rows * rows;
		final double b = columns * columns;
		return new double[] { a * cos * cos + b * sin * sin, (a - b) * sin * cos, a * sin * sin + b * cos * cos };
	}

	private static double[] variances(final KernelEstimate e) {
		return variances(e.rows(), e.columns(), e.angle());
	}

	private static void assertClose(final double[] truth, final double[] found, final double by) {
		for (int i = 0; i < 3; i++)
			assertEquals(truth[i], found[i], by, () -> Arrays.toString(found) + " for " + Arrays.toString(truth));
	}

	@ParameterizedTest
	@CsvSource({ "0.9,0.5,30", "0.5,0.9,30", "0.7,0.7,0", "0.95,0.3,120", "1,0.9,0", "0.55,0.5,90" })
	void findsTheGaussianThatTheImageWasShrunkWith(final double rows, final double columns, final double angle) {
		final KernelEstimate e = KernelEstimator.estimate(shrunk(Kernel.gaussian(rows, columns, angle)), SILENT);
		assertClose(variances(rows, columns, angle), variances(e), 0.1);
		assertTrue(e.better(), e::toString);
	}

	@Test
	void doesSoInNoise() {
		final Plane low = shrunk(Kernel.gaussian(0.9, 0.5, 30));
		NoiseModel.gaussian(8).addTo(low, new SplittableRandom(3));
		final KernelEstimate e = KernelEstimator.estimate(low, SILENT);
		assertClose(variances(0.9, 0.5, 30), variances(e), 0.2);
	}

	/** Turning the image turns the kernel, flipping it flips the kernel: by symmetry, whatever the image. */
	@Test
	void turnsWithTheImage() {
		final Plane low = shrunk(Kernel.gaussian(0.9, 0.5, 30));
		final double[] v = variances(KernelEstimator.estimate(low, SILENT));
		for (final Orientation o : Orientation.values()) {
			final double[] turned = variances(KernelEstimator.estimate(o.apply(low), SILENT));
			final boolean mirrored = o == Orientation.FLIPPED_ROWS || o == Orientation.FLIPPED_COLUMNS ||
				o == Orientation.TURNED_LEFT || o == Orientation.TURNED_RIGHT;
			final double sign = mirrored ? -1 : 1;
			final double[] expected = { v[o.isTransposed() ? 2 : 0], sign * v[1], v[o.isTransposed() ? 0 : 2] };
			assertClose(expected, turned, 1e-3);
		}
	}

	@Test
	void unitsAndAnOffsetChangeNothing() {
		final Plane low = shrunk(Kernel.gaussian(0.9, 0.5, 30));
		final Plane scaled = low.copy();
		for (int i = 0; i < scaled.data.length; i++)
			scaled.data[i] = 1000 + 16 * scaled.data[i];
		final KernelEstimate e = KernelEstimator.estimate(low, SILENT);
		assertClose(variances(e), variances(KernelEstimator.estimate(scaled, SILENT)), 1e-3);
		assertEquals(e, KernelEstimator.estimate(low, SILENT), "the same image, the same bits");
	}

	/** Only 1024 tiles are looked at, about a megapixel: those with the scene in them. */
	@Test
	void looksWhereThereIsSomething() {
		final Plane low = shrunk(Kernel.gaussian(0.9, 0.5, 30));
		final int size = 1200;
		final Plane large = new Plane(1, size, size);
		NoiseModel.gaussian(0.3).addTo(large, new SplittableRandom(3));
		for (int y = 0; y < low.height; y++)
			for (int x = 0; x < low.width; x++)
				// fading out at the edges, since a sharp one would be a part of the image that was not blurred
				large.data[(y + 980) * size + x + 930] += fading(y, low.height) * fading(x, low.width) * (low.get(0, y, x) -
					120);
		final KernelEstimate e = KernelEstimator.estimate(large, SILENT);
		assertTrue(e.better(), e::toString);
		assertClose(variances(0.9, 0.5, 30), variances(e), 0.15);
	}

	private static double fading(final int at, final int size) {
		return Math.min(1, Math.min(at, size - 1 - at) / 30.0);
	}

	@Test
	void bicubicShrinksAndPureNoiseGiveNothingBetterThanBicubic() {
		final KernelEstimate ofCubic = KernelEstimator.estimate(shrunk(Kernel.cubic()), SILENT);
		assertFalse(ofCubic.better(), ofCubic::toString);
		final Plane noise = new Plane(1, 200, 200);
		NoiseModel.gaussian(8).addTo(noise, new SplittableRandom(3));
		final KernelEstimate ofNoise = KernelEstimator.estimate(noise, SILENT);
		assertFalse(ofNoise.better(), ofNoise::toString);
	}

	/** No scene alike at all scales: its spectrum says nothing of the kernel, however clear it is. */
	@Test
	void patternsAreNotBelieved() {
		final Plane stripes = new Plane(1, 200, 200);
		final Plane chequers = new Plane(1, 200, 200);
		for (int i = 0; i < 200 * 200; i++) {
			stripes.data[i] = i % 200 / 8 % 2;
			chequers.data[i] = (i % 200 + i / 200) % 2;
		}
		for (final Plane pattern : new Plane[] { stripes, chequers }) {
			final KernelEstimate e = KernelEstimator.estimate(pattern, SILENT);
			assertFalse(e.better(), e::toString);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 48, 63, 65 })
	void smallImagesGiveAFiniteKernelOfPlausibleWidth(final int size) {
		final Random random = new Random(size);
		final Plane plane = new Plane(1, size, size + 3);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextInt(2);
		final KernelEstimate e = KernelEstimator.estimate(plane, SILENT);
		assertTrue(e.rows() >= e.columns() && e.columns() >= 0.1 && e.rows() <= 1.5 && e.angle() >= 0 && e.angle() < 180 &&
			Double.isFinite(e.evidence()), e::toString);
	}

	@Test
	void refusesWhatShowsNoKernel() {
		assertRefused(new Plane(1, 47, 200), "200 x 47", "48");
		assertRefused(new Plane(3, 64, 64), "one channel", "3");
		final Plane flat = new Plane(1, 64, 64);
		Arrays.fill(flat.data, 7);
		assertRefused(flat, "flat", "7");
		final Plane hole = shrunk(Kernel.cubic());
		hole.data[1000] = Float.NaN;
		assertRefused(hole, "NaN");
	}

	private static void assertRefused(final Plane plane, final String... words) {
		final String message = assertThrows(IllegalArgumentException.class, () -> KernelEstimator.estimate(plane, SILENT))
			.getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), message);
	}

	@Test
	void canBeCanceled() {
		final Plane low = shrunk(Kernel.cubic());
		assertThrows(CancellationException.class, () -> KernelEstimator.estimate(low, new Progress() {

			@Override
			public void update(final Status status) {
				if (status.step() > 2) throw new CancellationException("enough");
			}
		}));
	}
}
