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
package org.zeroshotsr.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;

class RadialSpectrumTest {

	private static final Factor ONE = new Factor(1, 1);

	private static int peak(final RadialSpectrum spectrum) {
		int best = 0;
		for (int i = 0; i < spectrum.powers().length; i++)
			if (!(spectrum.powers()[i] <= spectrum.powers()[best])) best = Double.isNaN(spectrum.powers()[i]) ? best : i;
		return best;
	}

	private static Plane sine(final int height, final int width, final double down, final double right) {
		return Pages.plane(height, width, (y, x) -> 100 + 20 * Math.sin(2 * Math.PI * (down * y + right * x)));
	}

	/** In cycles per pixel of the input, whatever the factor and the direction. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 0.2, 0", "1, 1, 0, 0.2", "1, 1, 0.15, 0.2", "2, 2, 0.3, 0", "2, 2, 0.35, 0.5", "1.5, 2, 0, 0.4",
		"1.5, 2, 0.5, 0", "3, 3, 1.1, 0", "8, 8, 0.4, 0.3" })
	void aWaveIsWhereItsFrequencyIs(final double rows, final double columns, final double down, final double right) {
		final RadialSpectrum spectrum = RadialSpectrum.of(sine(300, 520, down / rows, right / columns), new Factor(rows, columns));
		final double found = spectrum.frequencies()[peak(spectrum)];
		assertEquals(Math.hypot(down, right), found, 1.0 / 64 + (rows > 4 ? 1.0 / 64 : 0));
	}

	/** So that input and enlargement can be drawn together. */
	@Test
	void anEnlargedWaveHasTheSamePower() {
		final RadialSpectrum low = RadialSpectrum.of(sine(256, 256, 0.2, 0), ONE);
		final RadialSpectrum high = RadialSpectrum.of(sine(512, 512, 0.1, 0), new Factor(2, 2));
		final double ratio = high.powers()[peak(high)] / low.powers()[peak(low)];
		assertEquals(1, ratio, 0.05);
	}

	@Test
	void whiteNoiseHasItsVarianceEverywhere() {
		final Random random = new Random(1);
		final RadialSpectrum spectrum = RadialSpectrum.of(Pages.plane(512, 512, (y, x) -> 7 * random.nextGaussian()), ONE);
		double sum = 0;
		int count = 0;
		for (final double power : spectrum.powers())
			if (!Double.isNaN(power)) {
				assertEquals(49, power, 12);
				sum += power;
				count++;
			}
		assertEquals(49, sum / count, 1);
	}

	/** The floor of a model is the spectrum of what the model draws. */
	@Test
	void theFloorOfNoiseThatNeighboursShare() {
		final NoiseModel model = new NoiseModel(2, 5, 100, new Correlation(List.of(0.4, 0.1), List.of(0.2)));
		final Plane clean = Pages.plane(512, 512, (y, x) -> 400);
		final Plane noisy = clean.copy();
		model.addTo(noisy, new SplittableRandom(3));
		final RadialSpectrum drawn = RadialSpectrum.of(noisy, ONE);
		final RadialSpectrum floor = RadialSpectrum.of(model, clean);
		for (int i = 3; i < 32; i++)
			assertEquals(1, drawn.powers()[i] / floor.powers()[i], 0.15, "bin " + i);
	}

	/** Waves up to a frequency, each far above the noise. */
	@Test
	void theLimitIsWhereSignalFallsUnderNoise() {
		final Random random = new Random(5);
		final double[] directions = new double[24];
		final double[] phases = new double[24];
		for (int i = 0; i < 24; i++) {
			directions[i] = Math.PI * random.nextDouble();
			phases[i] = 6 * random.nextDouble();
		}
		final Plane plane = Pages.plane(400, 400, (y, x) -> {
			double v = 1000;
			for (int i = 0; i < 24; i++) {
				final double f = 0.05 + 0.2 * i / 23;
				v += 20 * Math.sin(2 * Math.PI * f * (Math.cos(directions[i]) * y + Math.sin(directions[i]) * x) + phases[i]);
			}
			return v;
		});
		assertEquals(0.5, RadialSpectrum.of(plane, ONE).limit(null));
		final NoiseModel noise = NoiseModel.gaussian(6);
		noise.addTo(plane, new SplittableRandom(1));
		final double limit = RadialSpectrum.of(plane, ONE).limit(RadialSpectrum.of(noise, plane));
		assertEquals(0.25, limit, 2.0 / 64 + 1e-9);
		// noise alone
		final Plane flat = Pages.plane(400, 400, (y, x) -> 1000);
		noise.addTo(flat, new SplittableRandom(2));
		assertEquals(0, RadialSpectrum.of(flat, ONE).limit(RadialSpectrum.of(noise, flat)));
	}

	@Test
	void smallPlanesHaveNone() {
		assertNull(RadialSpectrum.of(sine(12, 200, 0.2, 0), ONE));
		assertTrue(peak(RadialSpectrum.of(sine(16, 200, 0, 0.25), ONE)) > 10);
	}
}
