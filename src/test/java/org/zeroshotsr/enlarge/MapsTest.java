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
package org.zeroshotsr.enlarge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Lesson;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class MapsTest {

	private static final Factor TWO = new Factor(2, 2);
	private static final Degradation PLAIN = new Degradation(Kernel.cubic(), TWO, null);
	private static final int HEIGHT = 60;
	private static final int WIDTH = 72;

	/** A network that paints a fine pattern into the middle of the bicubic enlargement, where the image has none. */
	private static final class Painter implements Network {

		@Override
		public NetworkSpec spec() {
			return new NetworkSpec(1, 2, 2, 3, 8, "cpu", NetworkSpec.Precision.FLOAT32);
		}

		@Override
		public Plane apply(final Plane low, final float[] level) {
			final Plane high = Resizes.enlarge(low.height, low.width, TWO).apply(low);
			for (int y = high.height / 3; y < 2 * high.height / 3; y++)
				for (int x = high.width / 3; x < 2 * high.width / 3; x++)
					high.data[y * high.width + x] += 0.1 * Math.sin(2 * Math.PI * x / 6);
			return high;
		}

		@Override
		public String device() {
			return "CPU";
		}

		@Override
		public float train(final Lesson lesson, final double rate) {
			throw new UnsupportedOperationException();
		}

		@Override
		public float[][] weights() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setWeights(final float[][] weights) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {}
	}

	private static Plane scene() {
		final Plane low = new Plane(1, HEIGHT, WIDTH);
		final Random random = new Random(4);
		for (int i = 0; i < low.data.length; i++)
			low.data[i] = (float) (0.5 + 0.3 * Math.sin(0.2 * (i % WIDTH)) * Math.cos(0.15 * (i / WIDTH)) + 0.01 * random.nextGaussian());
		return low;
	}

	private static Plane made(final NoiseModel noise, final HalfWidths widths, final int tile, final Layer... maps) {
		final Plane low = scene();
		return new Enlarger(new Painter(), PLAIN, 1, 0, null, tile).mapping(new Maps(List.of(maps), noise, noise, widths)).enlarge(low, low
			.means(), Progress.NONE);
	}

	/** Inside of what is painted, or away from it. */
	private static boolean isThere(final int i, final boolean painted) {
		final int margin = painted ? -4 : 4;
		final int y = i / (2 * WIDTH);
		final int x = i % (2 * WIDTH);
		return painted == (y > 2 * HEIGHT / 3 - margin && y < 4 * HEIGHT / 3 + margin && x > 2 * WIDTH / 3 - margin && x < 4 * WIDTH / 3 +
			margin);
	}

	private static double rms(final float[] samples, final boolean painted) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < samples.length; i++) {
			if (!isThere(i, painted)) continue;
			sum += samples[i] * samples[i];
			count++;
		}
		return Math.sqrt(sum / count);
	}

	@Test
	void whatIsPaintedIntoTheResultAloneLightsUp() {
		final Plane map = made(null, null, 512, Layer.CONSISTENCY).channels(1, 1);
		assertTrue(rms(map.data, true) > 5 * rms(map.data, false), rms(map.data, true) + " beside " + rms(map.data, false));
		final Plane low = scene();
		final Plane result = made(null, null, 512, Layer.CONSISTENCY).channels(0, 1);
		final Plane shrunk = Kernel.cubic().shrink(2 * HEIGHT, 2 * WIDTH, HEIGHT, WIDTH, TWO).apply(result);
		for (int i = 0; i < map.data.length; i++) {
			final int under = i / (2 * WIDTH) / 2 * WIDTH + i % (2 * WIDTH) / 2;
			assertEquals(low.data[under] - shrunk.data[under], map.data[i], 1e-6);
		}
	}

	@Test
	void withNoiseItIsInStandardDeviations() {
		final NoiseModel noise = new NoiseModel(0.01, 0.02, 0.1);
		final Plane plain = made(null, null, 512, Layer.CONSISTENCY).channels(1, 1);
		final Plane inNoise = made(noise, null, 512, Layer.CONSISTENCY).channels(1, 1);
		final Plane low = scene();
		for (int i = 0; i < plain.data.length; i++) {
			final double shrunk = low.data[i / (2 * WIDTH) / 2 * WIDTH + i % (2 * WIDTH) / 2] - plain.data[i];
			assertEquals(plain.data[i], inNoise.data[i] * Math.sqrt(0.01 * Math.max(0, shrunk - 0.1) + 0.0004), 1e-5);
		}
	}

	@Test
	void scoresAreThoseOfASecondMethod() {
		final Plane low = scene();
		final Plane result = new Plane(1, 2 * HEIGHT, 2 * WIDTH);
		final Consistency c = new Enlarger(new Painter(), PLAIN, 1, 0, null).enlarge(low, low.means(), Output.into(result),
			Progress.NONE);
		final float[] shrunk = Kernel.cubic().shrink(2 * HEIGHT, 2 * WIDTH, HEIGHT, WIDTH, TWO).apply(result).data;
		final double a = mean(low.data);
		final double b = mean(shrunk);
		double aa = 0;
		double bb = 0;
		double ab = 0;
		double square = 0;
		for (int i = 0; i < shrunk.length; i++) {
			aa += (low.data[i] - a) * (low.data[i] - a);
			bb += (shrunk[i] - b) * (shrunk[i] - b);
			ab += (low.data[i] - a) * (shrunk[i] - b);
			square += (low.data[i] - shrunk[i]) * (low.data[i] - shrunk[i]);
		}
		double residual = 0;
		for (int i = 0; i < shrunk.length; i++)
			residual += Math.pow(low.data[i] - a - ab / bb * (shrunk[i] - b), 2);
		assertEquals(Math.sqrt(square / shrunk.length), c.rms(), 1e-6);
		assertEquals(Math.sqrt(residual / shrunk.length), c.rse(), 1e-6);
		assertEquals(ab / Math.sqrt(aa * bb), c.rsp(), 1e-6);
		assertTrue(c.rsp() < 0.995 && c.rse() > 0.01, c.toString());
	}

	private static double mean(final float[] samples) {
		double sum = 0;
		for (final float s : samples)
			sum += s / samples.length;
		return sum;
	}

	@Test
	void newIsWhatTheUncertaintyDoesNotCover() {
		final HalfWidths widths = new HalfWidths(new double[] { 0, 0, 0, 0, 0.0009 }, new double[] { 0 }, new double[] { 1.5 });
		final Plane all = made(null, widths, 512, Layer.UNCERTAINTY, Layer.NEW);
		final Plane low = scene();
		final Plane bicubic = Resizes.enlarge(HEIGHT, WIDTH, TWO).apply(low);
		int found = 0;
		for (int i = 0; i < bicubic.data.length; i++) {
			final float d = all.data[i] - bicubic.data[i];
			assertEquals(0.045f, all.data[bicubic.data.length + i], 1e-6);
			final float claimed = all.data[2 * bicubic.data.length + i];
			assertEquals(Math.abs(d) > 0.045f ? d : 0, claimed, 1e-6);
			if (claimed != 0) found++;
		}
		assertTrue(found > 1000, found + " of the pattern");
	}

	@Test
	void halfWidthsGrowWithWhatIsSeenAndFollowTheIntensity() {
		final Plane flat = new Plane(1, 20, 20);
		final Plane spread = new Plane(1, 20, 20);
		for (int i = 0; i < 400; i++)
			spread.data[i] = 0.1f;
		for (int i = 200; i < 400; i++)
			flat.data[i] = 1;
		final HalfWidths widths = new HalfWidths(new double[] { 4, 0, 0, 0.5, 0 }, new double[] { 0, 1 }, new double[] { 1, 3 });
		final Plane made = widths.of(flat, flat, spread, new NoiseModel(0.02, 0.1, 0));
		assertEquals(Math.sqrt(4 * 0.01 + 0.5 * 0.01), made.data[0], 1e-5);
		assertEquals(3 * Math.sqrt(4 * 0.01 + 0.5 * 0.03), made.data[399], 1e-5);
	}

	@Test
	void inStripsTheyAreTheSame() {
		final HalfWidths widths = new HalfWidths(new double[] { 1, 0.2, 0.3, 0, 1e-4 }, new double[] { 0 }, new double[] { 1.5 });
		final Plane low = scene();
		final Plane whole = new Enlarger(null, PLAIN, 1, 2, null, 512).mapping(new Maps(Layer.maps(), null, null, widths)).enlarge(low, low
			.means(), Progress.NONE);
		final Plane cut = new Enlarger(null, PLAIN, 1, 2, null, 20).mapping(new Maps(Layer.maps(), null, null, widths)).enlarge(low, low
			.means(), Progress.NONE);
		assertEquals(4, whole.channels);
		assertArrayEquals(whole.data, cut.data, 1e-5f);
	}
}
