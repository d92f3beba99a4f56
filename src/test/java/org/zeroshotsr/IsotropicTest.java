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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.image.Layer;

/** Stacks that grow along z, with a network too small and too little trained to be good. */
class IsotropicTest {

	private static final int SIDE = 20;
	private static final int SLICES = 8;
	/** Samples of the truth in one slice, along z. */
	private static final int FINE = 20;

	private static Options options(final String zScale, final String... more) {
		Options options = Options.defaults().with(Map.of("preset", "ideal", "scale", "1", "z-scale", zScale, "steps", "30", "depth", "3",
			"width", "8", "precision", "float32"));
		for (int i = 0; i < more.length; i += 2)
			options = options.with(Map.of(more[i], more[i + 1]));
		return options;
	}

	private static RandomAccessibleInterval<FloatType> bead(final double z, final double sigma) {
		final float[] samples = new float[SIDE * SIDE * SLICES];
		for (int i = 0; i < samples.length; i++) {
			final double x = i % SIDE - 9.3;
			final double y = i / SIDE % SIDE - 10.1;
			double sum = 0;
			for (int k = 0; k < FINE; k++) { // a slice is the mean of its thickness
				final double d = (i / SIDE / SIDE + (k + 0.5) / FINE - 0.5 - z) * 4;
				sum += Math.exp(-d * d / (2 * sigma * sigma)) / FINE;
			}
			samples[i] = (float) (100 + 1000 * sum * Math.exp(-(x * x + y * y) / (2 * sigma * sigma)));
		}
		return ArrayImgs.floats(samples, SIDE, SIDE, SLICES);
	}

	private static double at(final RandomAccessibleInterval<? extends RealType<?>> image, final long... position) {
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		access.setPosition(position);
		return access.get().getRealDouble();
	}

	/** Centre of what is over the background, along z. */
	private static double centre(final RandomAccessibleInterval<FloatType> image) {
		double sum = 0;
		double moment = 0;
		for (long z = 0; z < image.dimension(2); z++)
			for (long y = 0; y < SIDE; y++)
				for (long x = 0; x < SIDE; x++) {
					final double v = at(image, x, y, z) - 100;
					sum += v;
					moment += v * z;
				}
		return moment / sum;
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "2.5" })
	void beadStaysWhereItIs(final String factor) {
		final double f = Double.parseDouble(factor);
		for (final double z : new double[] { 3.3, 3.86 }) {
			final RandomAccessibleInterval<FloatType> image = bead(z, 3);
			final RandomAccessibleInterval<FloatType> result = ZeroShotSR.upscale(image, "XYZ", options(factor), Progress.NONE).image();
			assertArrayEquals(new long[] { SIDE, SIDE, (long) Math.ceil(SLICES * f) }, result.dimensionsAsLongArray());
			assertEquals((z + 0.5) * f - 0.5, centre(result), 0.05, "bead at " + z);
		}
	}

	@Test
	void binnedAgainItIsTheStack() {
		final RandomAccessibleInterval<FloatType> image = bead(3.3, 2);
		final Result<FloatType> result = ZeroShotSR.upscale(image, "XYZ", options("4"), Progress.NONE);
		double squares = 0;
		double signal = 0;
		for (long z = 0; z < SLICES; z++)
			for (long y = 0; y < SIDE; y++)
				for (long x = 0; x < SIDE; x++) {
					double sum = 0;
					for (int i = 0; i < 4; i++)
						sum += at(result.image(), x, y, 4 * z + i) / 4;
					squares += Math.pow(sum - at(image, x, y, z), 2);
					signal += Math.pow(at(image, x, y, z) - 100, 2);
				}
		assertTrue(squares < 1e-4 * signal, "differs by " + Math.sqrt(squares / signal));
		assertEquals(Math.sqrt(squares / (SIDE * SIDE * SLICES)), result.report().consistency().rms(), 0.5 * result.report().consistency().rms() + 1e-3);
	}

	/** What the maps are, told from result and stack by themselves. */
	@Test
	void mapsOfAStackThatGrows() {
		final RandomAccessibleInterval<FloatType> image = bead(3.3, 2);
		final Options options = options("4", "fallback", "off");
		final Result<FloatType> result = ZeroShotSR.upscale(image, "XYZ", options, Layer.maps(), Progress.NONE, LocalEngine::new);
		final Result<FloatType> without = ZeroShotSR.upscale(image, "XYZ", options, Progress.NONE);
		final Result<FloatType> some = ZeroShotSR.upscale(image, "XYZ", options, List.of(Layer.NEW), Progress.NONE, LocalEngine::new);
		assertEquals(Set.of(Layer.NEW), some.maps().keySet());
		final RandomAccessibleInterval<FloatType> cubic = Bicubic.enlarge(image, "XYZ", new Growth(new Factor(1, 1), 4));
		int news = 0;
		for (long z = 0; z < 4 * SLICES; z++)
			for (long y = 0; y < SIDE; y++)
				for (long x = 0; x < SIDE; x++) {
					final double made = at(result.image(), x, y, z);
					assertEquals(at(without.image(), x, y, z), made, 0);
					double binned = 0;
					for (int i = 0; i < 4; i++)
						binned += at(result.image(), x, y, z / 4 * 4 + i) / 4;
					assertEquals(at(image, x, y, z / 4) - binned, at(result.maps().get(Layer.CONSISTENCY), x, y, z), 0.01);
					final double width = at(result.maps().get(Layer.UNCERTAINTY), x, y, z);
					assertTrue(width > 0 && width < 1000);
					final double d = made - at(cubic, x, y, z);
					final double told = at(result.maps().get(Layer.NEW), x, y, z);
					if (Math.abs(Math.abs(d) - width) > 0.01) assertEquals(Math.abs(d) > width ? d : 0, told, 0.01);
					assertEquals(told, at(some.maps().get(Layer.NEW), x, y, z), 0);
					if (told != 0) news++;
				}
		assertTrue(news > 0 && news < 2 * SIDE * SIDE * SLICES, news + " samples are new");
		final BadInput both = assertThrows(BadInput.class, () -> ZeroShotSR.upscale(image, "XYZ", options("2", "scale", "2"), Layer.maps(),
			Progress.NONE, LocalEngine::new));
		assertTrue(both.getMessage().startsWith("maps: "), both.getMessage());
	}

	@Test
	void whatIsEvenStaysEven() {
		final float[] samples = new float[SIDE * SIDE * 16];
		for (int i = 0; i < samples.length; i++)
			samples[i] = i / SIDE / SIDE < 2 && i % SIDE < 6 ? 50 + i % 7 : 300;
		final RandomAccessibleInterval<FloatType> result = ZeroShotSR.upscale(ArrayImgs.floats(samples, SIDE, SIDE, 16), "XYZ", options(
			"3"), Progress.NONE).image();
		// beyond what the network sees
		for (long z = 3 * (2 + 12); z < 48; z++)
			assertEquals(300, at(result, 10, 10, z), 1e-3, "slice " + z);
		final UnsignedByteType grey = new UnsignedByteType(77);
		final RandomAccessibleInterval<UnsignedByteType> constant = ArrayImgs.unsignedBytes(SIDE, SIDE, 6, 2);
		constant.forEach(v -> v.set(grey));
		final Result<UnsignedByteType> same = ZeroShotSR.upscale(constant, "XYZT", options("4"), Progress.NONE);
		assertArrayEquals(new long[] { SIDE, SIDE, 24, 2 }, same.image().dimensionsAsLongArray());
		same.image().forEach(v -> assertEquals(77, v.get()));
		assertEquals(0, same.report().steps());
	}

	@Test
	void channelsColoursTimesAndHoles() {
		final float[] samples = new float[12 * 10 * 3 * 7 * 2];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (float) (100 + 50 * Math.sin(i / 5.0) + 20 * Math.cos(i / 170.0));
		samples[5] = Float.NaN;
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(samples, 12, 10, 3, 7, 2);
		final Result<FloatType> result = ZeroShotSR.upscale(image, "XYCZT", options("2"), Layer.maps(), Progress.NONE, LocalEngine::new);
		result.maps().values().forEach(map -> {
			assertArrayEquals(new long[] { 12, 10, 3, 14, 2 }, map.dimensionsAsLongArray());
			assertTrue(Double.isNaN(at(map, 5, 0, 0, 0, 0)) && Double.isNaN(at(map, 5, 0, 0, 1, 0)));
			assertTrue(Double.isFinite(at(map, 5, 0, 0, 2, 0)) && Double.isFinite(at(map, 4, 0, 0, 0, 0)));
		});
		assertArrayEquals(new long[] { 12, 10, 3, 14, 2 }, result.image().dimensionsAsLongArray());
		assertTrue(Double.isNaN(at(result.image(), 5, 0, 0, 0, 0)) && Double.isNaN(at(result.image(), 5, 0, 0, 1, 0)));
		assertTrue(Double.isFinite(at(result.image(), 5, 0, 0, 2, 0)) && Double.isFinite(at(result.image(), 4, 0, 0, 0, 0)));
		assertEquals(6, result.report().planes().size(), "three channels, two times");
		final Result<FloatType> colours = ZeroShotSR.upscale(image, "XYSZT", options("2", "stack", "independent"), Progress.NONE);
		assertEquals(2, colours.report().planes().size());
		assertTrue(colours.report().planes().stream().allMatch(p -> p.steps() > 0), "a network for each");
	}

	@Test
	void planesGrowAfterTheStack() {
		final List<String> notes = new ArrayList<>();
		final Result<FloatType> result = ZeroShotSR.upscale(bead(3.3, 3), "XYZ", options("2", "scale", "1.5x2", "noise", "auto"), new Progress() {

			@Override
			public void note(final String message) {
				notes.add(message);
			}
		});
		assertArrayEquals(new long[] { 40, 30, 16 }, result.image().dimensionsAsLongArray());
		assertEquals(1 + 16, result.report().planes().size(), "the stack, and its planes");
		assertEquals(notes, result.report().notes());
		assertEquals(1, notes.stream().filter(n -> n.startsWith("found in the image: ")).count(), notes.toString());
		assertEquals(1, notes.stream().filter(n -> n.startsWith("after growing along z: found in the image: ")).count(), notes.toString());
	}

	@Test
	void sameSeedSameBytes() {
		final RandomAccessibleInterval<FloatType> one = ZeroShotSR.upscale(bead(3.3, 2), "XYZ", options("2"), Progress.NONE).image();
		final RandomAccessibleInterval<FloatType> other = ZeroShotSR.upscale(bead(3.3, 2), "XYZ", options("2"), Progress.NONE).image();
		for (long z = 0; z < 16; z++)
			assertEquals(at(one, 9, 10, z), at(other, 9, 10, z), 0);
	}

	@Test
	void whatCannotGrowIsRefused() {
		refused(ArrayImgs.floats(SIDE, SIDE, 5), "XYZ", options("2"), "5 slices");
		refused(ArrayImgs.floats(SIDE, SIDE), "XY", options("2"), "1 slice,");
		refused(ArrayImgs.floats(SIDE, SIDE, 9), "XYT", options("2"), "time points");
		refused(ArrayImgs.floats(SIDE, SIDE, 9), "XYZ", options("1"), "enlarges nothing");
		refused(ArrayImgs.floats(SIDE, SIDE, 9), "XYZ", options("auto"), "calibration");
	}

	private static void refused(final RandomAccessibleInterval<FloatType> image, final String axes, final Options options,
		final String why)
	{
		final String message = assertThrows(BadInput.class, () -> ZeroShotSR.upscale(image, axes, options, Progress.NONE)).getMessage();
		assertTrue(message.contains(why), message);
	}
}
