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
package org.zeroshotsr.noise;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

class NoiseEstimatorTest {

	private static final int SIDE = 384;
	private static final double BRIGHT = 1000;
	private static final Plane SCENE = scene(SIDE, 3);

	/**
	 * Cells with textured interiors on a dark background, seen through a microscope: discs of many sizes and levels, times
	 * a texture with as much contrast in each octave down to two pixels, all blurred by a Gaussian of 0.8 pixels; 0 to
	 * {@link #BRIGHT}, 35 % of it dark.
	 */
	private static Plane scene(final int side, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Plane plane = new Plane(1, side, side);
		for (int cell = 0; cell < side / 6; cell++) {
			final double y = random.nextDouble() * side;
			final double x = random.nextDouble() * side;
			final double radius = side * (0.01 + 0.08 * random.nextDouble());
			final double level = BRIGHT * (0.05 + 0.7 * random.nextDouble());
			for (int i = 0; i < plane.data.length; i++)
				if (Math.hypot(i / side - y, i % side - x) < radius) plane.data[i] = (float) level;
		}
		final double[] texture = new double[side * side];
		for (int size = 2; size <= side / 4; size *= 2) {
			final Plane coarse = new Plane(1, side / size, side / size);
			for (int i = 0; i < coarse.data.length; i++)
				coarse.data[i] = (float) random.nextGaussian();
			final Plane fine = Resizes.enlarge(coarse.height, coarse.width, new Factor(size, size)).apply(coarse);
			for (int i = 0; i < texture.length; i++)
				texture[i] += 0.1 * fine.data[i];
		}
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] *= (float) Math.exp(texture[i]);
		final Plane blurred = blur(plane, 0.8);
		for (int i = 0; i < blurred.data.length; i++)
			blurred.data[i] = (float) Math.max(0, Math.min(BRIGHT, blurred.data[i]));
		return blurred;
	}

	/** What the fitted line has at the offset, where that is known. */
	private static double readNoise(final NoiseEstimate found, final double offset) {
		return Math.sqrt(Math.max(0, found.slope() * offset + found.intercept()));
	}

	private static Plane blur(final Plane plane, final double sigma) {
		final int reach = (int) Math.ceil(4 * sigma);
		final Plane wide = plane.mirrored(new Window(-reach, -reach, plane.height + 2 * reach, plane.width + 2 * reach));
		final Plane result = new Plane(1, plane.height, plane.width);
		final double[] weights = new double[2 * reach + 1];
		for (int k = 0; k < weights.length; k++)
			weights[k] = Math.exp(-(k - reach) * (k - reach) / (2 * sigma * sigma));
		final double total = Arrays.stream(weights).sum();
		final Plane rows = new Plane(1, wide.height, plane.width);
		for (int y = 0; y < wide.height; y++)
			for (int x = 0; x < plane.width; x++)
				for (int k = 0; k < weights.length; k++)
					rows.data[y * plane.width + x] += (float) (weights[k] / total * wide.get(0, y, x + k));
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++)
				for (int k = 0; k < weights.length; k++)
					result.data[y * plane.width + x] += (float) (weights[k] / total * rows.get(0, y + k, x));
		return result;
	}

	private static Plane noisy(final Plane scene, final NoiseModel noise, final long seed) {
		final Plane plane = scene.copy();
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] += (float) noise.offset();
		noise.addTo(plane, new SplittableRandom(seed));
		return plane;
	}

	/** As a camera stores it. */
	private static Plane rounded(final Plane plane, final double max) {
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) Math.rint(Math.max(0, Math.min(max, plane.data[i])));
		return plane;
	}

	/**
	 * The target: gain within 15 %, read noise within 25 %, over gains 0.5 to 10 and read noises 0.5 to 20. The scene has
	 * what tells them: bright parts where photons make more than half of the variance, and dark ones without any. Read noise
	 * under a quarter of a photo-electron drowns in the light about the dark parts.
	 */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 100 })
	void findsGainAndReadNoiseOfTexturedImages(final double offset) {
		final List<Executable> checks = new ArrayList<>();
		int seed = 0;
		for (final double gain : new double[] { 0.5, 1, 2, 5, 10 }) {
			for (final double read : new double[] { 0.5, 2, 5, 20 }) {
				final NoiseEstimate found = NoiseEstimator.estimate(List.of(noisy(SCENE, new NoiseModel(gain, read,
					offset), seed++)));
				final String what = "gain " + gain + ", read noise " + read + ": " + found.model();
				checks.add(() -> assertEquals(gain, found.model().gain(), 0.15 * gain, what));
				checks.add(() -> assertFalse(found.structured(), what));
				if (read >= 0.25 * gain) checks.add(() -> assertEquals(read, readNoise(found, offset), 0.25 * read,
					what));
				// from here on the line's intercept, read² - gain x offset, tells that there is an offset
				if (read >= 0.25 * gain && read * read < 0.8 * gain * offset) checks.add(() -> {
					assertEquals(offset, found.model().offset(), 1, what);
					assertEquals(read, found.model().read(), 0.25 * read, what);
				});
			}
		}
		assertAll(checks);
	}

	/** Samples cut off at either end of the type must not make the noise look smaller. */
	@Test
	void saturatedSamplesAreLeftOut() {
		final Plane bytes = new Plane(1, SIDE, SIDE);
		for (int i = 0; i < bytes.data.length; i++)
			bytes.data[i] = 0.4f * SCENE.data[i] - 20;
		final NoiseEstimate found = NoiseEstimator.estimate(List.of(rounded(noisy(bytes, new NoiseModel(0.8, 6, 0), 1),
			255)));
		assertEquals(0.8, found.slope(), 0.15 * 0.8, found.toString());
		assertEquals(6, readNoise(found, 0), 0.25 * 6, found.toString());
	}

	@Test
	void roundingToWholeNumbersCountsAsNoise() {
		final Plane slope = new Plane(1, 256, 256);
		for (int i = 0; i < slope.data.length; i++)
			slope.data[i] = 100 + 0.07f * (i % 256) + 0.11f * (i / 256);
		final double read = NoiseEstimator.estimate(List.of(rounded(noisy(slope, NoiseModel.gaussian(0.4), 1), 65535)))
			.model().read();
		assertEquals(Math.sqrt(0.16 + 1 / 12.0), read, 0.1 * read);
		assertTrue(NoiseEstimator.estimate(List.of(rounded(slope, 65535))).model().read() >= 1 / Math.sqrt(12));
	}

	@Test
	void planesAndChannelsAreTakenTogether() {
		final NoiseModel truth = new NoiseModel(2, 5, 0);
		final Plane part = SCENE.crop(new Window(0, 0, 96, 96));
		final Plane colours = new Plane(3, 96, 96);
		final List<Plane> planes = new ArrayList<>();
		for (int k = 0; k < 12; k++) {
			final Plane grey = SCENE.crop(new Window(25 * k, 280 - 25 * k, 96, 96));
			planes.add(noisy(grey, truth, k));
			if (k < 3) System.arraycopy(grey.data, 0, colours.data, k * part.data.length, part.data.length);
		}
		planes.add(noisy(colours, truth, 20));
		final NoiseEstimate found = NoiseEstimator.estimate(planes);
		assertEquals(2, found.model().gain(), 0.15 * 2, found.toString());
		assertEquals(5, readNoise(found, 0), 0.25 * 5, found.toString());
	}

	/** What a plot shows lies about the line, ascends, and counts the blocks. */
	@Test
	void pointsBelongToTheLine() {
		final NoiseEstimate found = NoiseEstimator.estimate(List.of(noisy(SCENE, new NoiseModel(2, 5, 100), 1)));
		double last = Double.NEGATIVE_INFINITY;
		int blocks = 0;
		for (final NoiseEstimate.Point p : found.points()) {
			assertTrue(p.mean() > last);
			assertEquals(2 * (p.mean() - 100) + 25, p.variance(), 0.35 * p.variance(), p.toString());
			last = p.mean();
			blocks += p.blocks();
		}
		assertTrue(found.points().size() > 10 && last > 600, found.toString());
		assertEquals(blocks, found.blocks());
	}

	@Test
	void photonCountsNearZeroAreNotTakenForCutOff() {
		final Plane counts = new Plane(1, 200, 200);
		for (int i = 0; i < counts.data.length; i++)
			counts.data[i] = 0.3f + 1.5f * (i / 200) / 200;
		assertEquals(1, NoiseEstimator.estimate(List.of(noisy(counts, new NoiseModel(1, 0, 0), 1))).slope(), 0.15);
	}

	/** A background was subtracted from the noisy image, so that its dark levels are under 0: their noise stays small. */
	@Test
	void levelsUnderZeroHaveTheirOwnNoise() {
		final Plane noisy = noisy(SCENE, new NoiseModel(1, 5, 0), 1);
		for (int i = 0; i < noisy.data.length; i++)
			noisy.data[i] -= 500;
		final NoiseModel found = NoiseEstimator.estimate(List.of(noisy)).model();
		for (final double level : new double[] { 50, 500, 900 })
			assertEquals(level + 25, found.variance(level - 500), 0.2 * (level + 25), found.toString());
	}

	/** As demosaicing and cameras' filters make it; 0 is white noise, of which no correlation may be found. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.3, 0.5, 0.6 })
	void correlationIsFoundAndToldFromStructure(final double shared) {
		final Correlation correlation = shared == 0 ? Correlation.NONE : new Correlation(Correlation.gaussian(shared),
			Correlation.gaussian(shared / 2));
		for (final NoiseModel truth : List.of(new NoiseModel(0, 15, 0, correlation), new NoiseModel(2, 10, 0, correlation))) {
			final NoiseModel found = NoiseEstimator.estimate(List.of(noisy(SCENE, truth, 1))).model();
			if (shared == 0) assertEquals(Correlation.NONE, found.correlation());
			assertEquals(shared, found.correlation().at(1, 0), 0.1, found.toString());
			assertEquals(shared / 2, found.correlation().at(0, 1), 0.1, found.toString());
			assertEquals(1, found.variance(20) / truth.variance(20), 0.25, found.toString());
			// at bright levels the scene has fine texture everywhere, some of which counts as noise
			final double bright = found.variance(400) / truth.variance(400);
			assertTrue(bright > 0.8 && bright < 2, found.toString());
		}
	}

	/** Interpolation blurs noise: what is found is that of the image as it is. */
	@Test
	void interpolatedNoise() {
		final NoiseModel found = NoiseEstimator.estimate(List.of(blur(noisy(SCENE, new NoiseModel(0, 20, 0), 1), 0.8))).model();
		assertEquals(Math.exp(-1 / (4 * 0.8 * 0.8)), found.correlation().at(0, 1), 0.1, found.toString());
		// a Gaussian leaves 1 / (4 pi sigma^2) of white noise's variance
		assertEquals(20 * Math.sqrt(1 / (4 * Math.PI * 0.8 * 0.8)), found.read(), 1.2, found.toString());
	}

	/** Hardly a photon a pixel in the dark: not cut off, though half of the samples are 0. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1.5, 4 })
	void fewPhotons(final double photons) {
		final Plane scene = new Plane(1, 256, 256);
		for (int i = 0; i < scene.data.length; i++)
			scene.data[i] = (float) (photons * (0.2 + (Math.hypot(i % 256 - 80, i / 256 - 90) < 40 ? 4 : 0) + (Math.hypot(i % 256 -
				180, i / 256 - 190) < 30 ? 8 : 0)));
		final NoiseModel found = NoiseEstimator.estimate(List.of(noisy(scene, new NoiseModel(1, 0, 0), 1))).model();
		for (final double level : new double[] { 0.2, 4.2, 8.2 })
			assertEquals(level * photons, found.variance(level * photons), 0.25 * level * photons, found.toString());
	}

	/** Frames of a still scene differ by their noise alone: at bright levels, where texture is everywhere, that tells more. */
	@Test
	void framesOfAStillSceneTellTheirNoise() {
		final NoiseModel truth = new NoiseModel(0, 15, 0, new Correlation(Correlation.gaussian(0.5), Correlation.gaussian(0.25)));
		final List<Plane> frames = new ArrayList<>();
		for (int t = 0; t < 6; t++)
			frames.add(noisy(SCENE, truth, 10 + t));
		final NoiseModel found = NoiseEstimator.estimate(frames, frames).model();
		for (final double level : new double[] { 20, 400 })
			assertEquals(225, found.variance(level), 0.1 * 225, found.toString());
		assertEquals(0.5, found.correlation().at(1, 0), 0.05);
		assertEquals(0.25, found.correlation().at(0, 1), 0.05);
		// what moves adds no more than texture that stands still
		final List<Plane> moving = new ArrayList<>();
		for (int t = 0; t < 6; t++)
			moving.add(noisy(SCENE.crop(new Window(20 * t, 0, 200, 200)), truth, 20 + t));
		for (final double level : new double[] { 20, 400 })
			assertTrue(NoiseEstimator.estimate(moving, moving).model().variance(level) < 1.25 * NoiseEstimator.estimate(moving)
				.model().variance(level));
	}

	/** Planes that have little to do with each other, on a dark ground: what differs where they are bright is no noise. */
	@Test
	void threadsThatMoveAreNoNoiseWhereTheyAreBright() {
		final NoiseModel truth = new NoiseModel(50, 70, 0);
		final List<Plane> frames = new ArrayList<>();
		for (int t = 0; t < 4; t++)
			frames.add(noisy(threads(256, t), truth, t));
		final NoiseModel found = NoiseEstimator.estimate(frames, frames).model();
		assertTrue(found.variance(4000) < 2.5 * truth.variance(4000), found + ", not " + truth);
		assertTrue(found.variance(400) < 2.5 * truth.variance(400), found + ", not " + truth);
	}

	private static Plane threads(final int side, final long seed) {
		final Plane plane = new Plane(1, side, side);
		Arrays.fill(plane.data, 400);
		final Random random = new Random(seed);
		for (int thread = 0; thread < 70; thread++) {
			double y = side * random.nextDouble();
			double x = side * random.nextDouble();
			double angle = 2 * Math.PI * random.nextDouble();
			for (int step = 0; step < 400; step++) {
				angle += 0.06 * random.nextGaussian();
				y += 0.4 * Math.sin(angle);
				x += 0.4 * Math.cos(angle);
				for (int v = (int) y - 2; v <= (int) y + 3; v++)
					for (int u = (int) x - 2; u <= (int) x + 3; u++)
						plane.data[Math.floorMod(v, side) * side + Math.floorMod(u, side)] += 500 * Math.exp(-((v - y) * (v - y) + (u - x) * (u -
							x)) / (2 * 0.4));
			}
		}
		return plane;
	}

	/** 8 bits stretched to 16: the gaps of the histogram are told, and their rounding is noise. */
	@Test
	void stretchedGreyLevels() {
		final Plane bytes = noisy(SCENE, new NoiseModel(0, 12, 60), 1);
		for (int i = 0; i < bytes.data.length; i++)
			bytes.data[i] = Math.round(Math.max(0, Math.min(255, bytes.data[i] / 4)));
		assertFalse(NoiseEstimator.estimate(List.of(bytes)).cautions().contains(NoiseEstimate.Caution.STRETCHED));
		final Plane stretched = bytes.copy();
		for (int i = 0; i < stretched.data.length; i++)
			stretched.data[i] = Math.round(stretched.data[i] * 256.7f);
		final NoiseEstimate found = NoiseEstimator.estimate(List.of(stretched));
		assertTrue(found.cautions().contains(NoiseEstimate.Caution.STRETCHED), found.toString());
		assertEquals(256.7 * Math.sqrt(9 + 1 / 12.0), Math.sqrt(found.model().variance(256.7 * 15)), 0.15 * 256.7 * 3);
		for (int i = 0; i < stretched.data.length; i++)
			stretched.data[i] = 257 * Math.round(SCENE.data[i] / 4);
		final NoiseEstimate clean = NoiseEstimator.estimate(List.of(stretched));
		assertTrue(clean.model().read() >= 257 / Math.sqrt(12) - 1, clean.toString());
	}

	@Test
	void smoothedAndSharpenedImagesAreTold() {
		final Plane noisy = noisy(SCENE, new NoiseModel(0, 20, 0), 1);
		final NoiseEstimate smoothed = NoiseEstimator.estimate(List.of(blur(noisy, 1)));
		assertTrue(smoothed.cautions().contains(NoiseEstimate.Caution.SMOOTHED), smoothed.toString());
		final Plane sharp = noisy.copy();
		final Plane blurred = blur(noisy, 1);
		for (int i = 0; i < sharp.data.length; i++)
			sharp.data[i] += 2 * (noisy.data[i] - blurred.data[i]);
		final NoiseEstimate sharpened = NoiseEstimator.estimate(List.of(sharp));
		assertTrue(sharpened.cautions().contains(NoiseEstimate.Caution.SHARPENED), sharpened.toString());
		assertEquals(Set.of(), NoiseEstimator.estimate(List.of(noisy)).cautions());
	}

	/** Lines that a detector left out: they leave no whole block. */
	@ParameterizedTest
	@ValueSource(ints = { 6, 8, 12 })
	void stripesOfHoles(final int apart) {
		final Plane plane = noisy(SCENE, new NoiseModel(0, 32, 0), 1);
		for (int y = 0; y < plane.height; y += apart)
			Arrays.fill(plane.data, y * plane.width, (y + 1) * plane.width, Float.NaN);
		final NoiseModel found = NoiseEstimator.estimate(List.of(plane)).model();
		assertEquals(32, Math.sqrt(found.variance(100)), 3, found.toString());
	}

	/** Java's own JPEG of the scene; and the same image stored without loss. */
	@Test
	void jpegIsKnownByItsBlocks() throws IOException {
		final Plane noisy = rounded(noisy(SCENE, new NoiseModel(0.5, 5, 0), 1), 1000);
		final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
		final Plane bytes = new Plane(1, SIDE, SIDE);
		for (int i = 0; i < noisy.data.length; i++) {
			bytes.data[i] = (int) (noisy.data[i] / 4);
			image.getRaster().setSample(i % SIDE, i / SIDE, 0, (int) bytes.data[i]);
		}
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam quality = writer.getDefaultWriteParam();
		quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		quality.setCompressionQuality(0.45f);
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), quality);
		}
		finally {
			writer.dispose();
		}
		final BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
		final Plane compressed = new Plane(1, SIDE, SIDE);
		for (int i = 0; i < compressed.data.length; i++)
			compressed.data[i] = read.getRaster().getSample(i % SIDE, i / SIDE, 0);
		final NoiseEstimate found = NoiseEstimator.estimate(List.of(compressed));
		assertTrue(found.compressed());
		assertTrue(found.model().read() > 0.02 * 250, found.model().toString());
		assertFalse(NoiseEstimator.estimate(List.of(bytes)).compressed());
	}

	@Test
	void noNoiseIsAModelOfZeros() {
		final NoiseModel zeros = new NoiseModel(0, 0, 0);
		final Plane plane = new Plane(1, 100, 100);
		assertEquals(zeros, NoiseEstimator.estimate(List.of(plane)).model());
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = 300 + 0.37f * (i % 100) + 1.7f * (i / 100);
		assertEquals(zeros, NoiseEstimator.estimate(List.of(plane)).model());
	}

	@Test
	void samplesThatAreNoNumbersAreLeftOut() {
		final Plane plane = noisy(SCENE, new NoiseModel(2, 5, 0), 1);
		for (int i = 0; i < plane.data.length; i += 997)
			plane.data[i] = i % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
		assertEquals(2, NoiseEstimator.estimate(List.of(plane)).model().gain(), 0.3);
	}

	@Test
	void theSameImageGivesTheSameModel() {
		final Plane plane = noisy(SCENE, new NoiseModel(2, 5, 0), 1);
		assertEquals(NoiseEstimator.estimate(List.of(plane)), NoiseEstimator.estimate(List.of(plane.copy())));
	}

	@Test
	void saysWhyItCannotBeMeasured() {
		final Plane small = noisy(SCENE.crop(new Window(0, 0, 16, 16)), new NoiseModel(1, 5, 0), 1);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> NoiseEstimator.estimate(List.of(small))).getMessage()
			.contains("too small"));
		// everything is cut off at one end or the other
		final SplittableRandom random = new SplittableRandom(1);
		final Plane clipped = new Plane(1, 128, 128);
		for (int i = 0; i < clipped.data.length; i++)
			clipped.data[i] = random.nextInt(2) * 255;
		assertTrue(assertThrows(IllegalArgumentException.class, () -> NoiseEstimator.estimate(List.of(clipped)))
			.getMessage().contains("saturated"));
	}

	/** As a mask or a subtracted background leaves it: 0, but for spots. */
	@Test
	void whatIsZeroButForSpotsIsNoFault() {
		final Random random = new Random(4);
		for (final int every : new int[] { 2, 5, 20, 60, 200, 1000 }) {
			final Plane spots = new Plane(1, 256, 256);
			for (int i = 0; i < spots.data.length; i++)
				if (random.nextInt(every) == 0) spots.data[i] = (float) (100 * random.nextGaussian());
			final Plane lines = new Plane(1, 256, 256);
			for (int i = 0; i < lines.data.length; i++)
				if (i / 256 % 8 == 3 && random.nextInt(every) < 2) lines.data[i] = 50 + random.nextInt(20);
			for (final Plane plane : List.of(spots, lines))
				try {
					assertTrue(Double.isFinite(NoiseEstimator.estimate(List.of(plane)).model().gain()));
				}
				catch (final BadInput e) {
					assertTrue(e.getMessage().contains("to measure its noise"), e.getMessage());
				}
		}
	}
}
