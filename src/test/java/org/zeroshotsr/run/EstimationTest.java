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
package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.zeroshotsr.Report;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.DeadLeaves;
import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.train.Training;

/** What is left to be estimated is estimated once for each channel, and used. */
class EstimationTest {

	/** What is not given is not measured. */
	private static final Options GIVEN = Options.defaults().with(Map.of("preset", "ideal", "fallback", "off"));

	private static final int WIDTH = 96;
	private static final int HEIGHT = 80;

	/** Two channels of three slices: blocks of even brightness with the noise of two cameras. */
	private static ArrayImg<UnsignedShortType, ?> stack(final double... gains) {
		final Random random = new Random(7);
		final ArrayImg<UnsignedShortType, ?> image = ArrayImgs.unsignedShorts(WIDTH, HEIGHT, gains.length, 3);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final double mean = 200 + 400 * ((cursor.getIntPosition(0) / 16 + 3 * (cursor.getIntPosition(1) / 16)) % 8);
			final double gain = gains[cursor.getIntPosition(2)];
			cursor.get().setReal(Math.max(0, Math.rint(mean + Math.sqrt(gain * mean + 9) * random.nextGaussian())));
		}
		return image;
	}

	/** An engine that enlarges by cubic interpolation and remembers what it was made for. */
	private static Engine.Maker remembering(final List<Recipe> made, final List<Engine> closed) {
		return (recipe, channels, height, width) -> {
			made.add(recipe);
			return new Engine() {

				@Override
				public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
					return List.of(Training.NONE);
				}

				@Override
				public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
					output.put(0, 0, Resizes.enlarge(height, width, recipe.factor()).apply(plane));
					return new Outcome(List.of(new Training(true, 1, 1, 0, new float[1], new int[0],
						new double[0])), Consistency.EXACT, null);
				}

				@Override
				public String device() {
					return "none";
				}

				@Override
				public String precision() {
					return "none";
				}

				@Override
				public String tensorflow() {
					return "none";
				}

				@Override
				public void close() {
					closed.add(this);
				}
			};
		};
	}

	@Test
	void eachChannelHasItsOwnNoise() {
		final List<Recipe> made = new ArrayList<>();
		final List<Engine> closed = new ArrayList<>();
		final Options asked = GIVEN.with(Option.PRESET, "noisy");
		final Report report = ZeroShotSR.upscale(stack(1, 6), "XYCZ", asked, Progress.NONE, remembering(made, closed))
			.report();
		assertEquals(2, made.size());
		assertEquals(2, closed.size());
		assertEquals(1, gain(made.get(0)), 0.15);
		assertEquals(6, gain(made.get(1)), 0.15 * 6);
		// with these options the run is the same
		final String found = Estimation.text(made.get(0).noise().model()) + ";" + Estimation.text(made.get(1).noise().model());
		assertEquals(found, report.options().get("noise"));
		final List<Recipe> again = new ArrayList<>();
		ZeroShotSR.upscale(stack(1, 6), "XYCZ", Options.defaults().with(report.options()), Progress.NONE, remembering(again,
			closed));
		assertEquals(made, again);
		assertEquals(List.of("channel 1 noise=" + Estimation.text(made.get(0).noise().model()), "channel 2 noise=" + Estimation.text(made.get(1).noise().model())), report.estimates());
		assertTrue(report.runRecord().contains("estimated channel 1 noise=poisson:"), report.runRecord());
		assertTrue(report.notes().stream().anyMatch(n -> n.startsWith("found in the image: channel 2 noise of ") && n.contains(
			"; chosen: noise=poisson:")), report.notes().toString());
	}

	/** Kernels are looked for, and none is found. */
	@Test
	void nothingFoundIsNotSaidToBeFound() {
		final Report report = ZeroShotSR.upscale(ArrayImgs.unsignedShorts(new short[] { 9, 9, 9, 9, 9, 9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9,
			9, 9, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5 }, 8, 8), "XY", GIVEN.with(Map.of("kernel", "estimate")),
			Progress.NONE, remembering(new ArrayList<>(), new ArrayList<>())).report();
		assertTrue(report.notes().contains("chosen: kernel=bicubic"), report.notes().toString());
	}

	private static double gain(final Recipe recipe) {
		return recipe.noise().model().gain();
	}

	@SuppressWarnings("unchecked")
	private static NoiseEstimate noiseOf(final String bundled) throws IOException {
		final Pixels<UnsignedShortType> image = (Pixels<UnsignedShortType>) Pixels.of(ImageFiles.open(Path.of("test-images",
			bundled)));
		return Estimation.noise(image.image(), image.axes()).get(0);
	}

	/** The bundled microtubules: 4 grey levels a photon, read noise of 6, offset 100, and structure everywhere. */
	@Test
	void structureEverywhereIsNotTakenForNoise() throws IOException {
		final NoiseEstimate found = noiseOf("microtubules_16bit.tif");
		final double truth = Math.sqrt(4 * (1650 - 100) + 36); // at the mean grey level
		// blocks alone say four times as much
		assertEquals(1.2 * truth, Math.sqrt(found.model().variance(1650)), 0.3 * truth);
		assertEquals(1, Estimation.cautions(found).size());
	}

	/** The bundled beads: few bright dots on a dark ground, in the same camera's noise. */
	@Test
	void brightDotsAreNeitherNoiseNorJpeg() throws IOException {
		final NoiseEstimate found = noiseOf("beads_16bit.tif");
		assertFalse(found.compressed());
		final double truth = Math.sqrt(4 * (200 - 100) + 36); // of the ground
		assertEquals(truth, Math.sqrt(found.model().variance(200)), 0.3 * truth, found.model().toString());
	}

	@Test
	void withNothingToEstimateOneEngineDoesAll() {
		final List<Recipe> made = new ArrayList<>();
		final Options asked = GIVEN.with(Option.NOISE, "gaussian:3");
		final Report report = ZeroShotSR.upscale(stack(1, 6), "XYCZ", asked, Progress.NONE, remembering(made,
			new ArrayList<>())).report();
		assertEquals(1, made.size());
		assertEquals(asked.recipe(0).judgedBy(NoiseModel.gaussian(3)).within(0, 65535), made.get(0));
		assertEquals(List.of(), report.estimates());
	}

	@Test
	void aWavelengthForEachChannel() {
		final List<Recipe> made = new ArrayList<>();
		final Options asked = GIVEN.with(Option.KERNEL, "optics:NA=1.2,EM=500/650,PIXEL=0.2");
		ZeroShotSR.upscale(stack(1, 6), "XYCZ", asked, Progress.NONE, remembering(made, new ArrayList<>()));
		assertEquals(List.of(500.0, 650.0), made.stream().map(r -> (double) Math.round(r.kernel().gaussian()[0] * 0.2 / Optics
			.widefield(1.2, Optics.OIL, 1000).sigma() * 1000)).toList());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ZeroShotSR.check(stack(1, 1, 1), "XYCZ", asked))
			.getMessage().contains("is for 2 channels, and the image has 3"));
	}

	@Test
	void aKernelThatTheImageDoesNotShowIsBicubic() {
		final List<Recipe> made = new ArrayList<>();
		final Options asked = GIVEN.with(Option.KERNEL, "estimate");
		final Report report = ZeroShotSR.upscale(stack(3), "XYCZ", asked, Progress.NONE, remembering(made,
			new ArrayList<>())).report();
		assertEquals(Kernel.cubic(), made.get(0).kernel());
		assertEquals(List.of("kernel=bicubic"), report.estimates());
		// too small to be estimated from
		final ArrayImg<UnsignedShortType, ?> small = ArrayImgs.unsignedShorts(16, 16);
		small.randomAccess().setPositionAndGet(3, 3).set(9);
		final Report tiny = ZeroShotSR.upscale(small, "XY", asked, Progress.NONE, remembering(made, new ArrayList<>()))
			.report();
		assertEquals(List.of("kernel=bicubic"), tiny.estimates());
		assertTrue(tiny.notes().stream().anyMatch(n -> n.contains("too small")), tiny.notes().toString());
	}

	@Test
	void blurIsFoundAndUsed() {
		final ArrayImg<UnsignedShortType, ?> image = ArrayImgs.unsignedShorts(128, 128);
		final Plane low = Kernel.gaussian(0.8).shrink(256, 256, 128, 128, new Factor(2, 2)).apply(DeadLeaves.scene(256, 256,
			1));
		int i = 0;
		for (final UnsignedShortType t : image)
			t.setReal(Math.rint(low.data[i++]));
		final List<KernelEstimate> estimates = Estimation.kernel(image, "XY", Progress.NONE);
		assertEquals(0.8, estimates.get(0).rows(), 0.12);
		assertEquals(0.8, estimates.get(0).columns(), 0.12);
		final List<Recipe> made = new ArrayList<>();
		ZeroShotSR.upscale(image, "XY", GIVEN.with(Option.KERNEL, "estimate"), Progress.NONE, remembering(made,
			new ArrayList<>()));
		// as the text says it, so that a run with that text is the same
		assertEquals(GIVEN.with(Option.KERNEL, Estimation.text(estimates.get(0))).kernel(0).toString(), made.get(0)
			.kernel().toString());
		assertNotEquals(Kernel.cubic(), made.get(0).kernel());
		assertThrows(CancellationException.class, () -> Estimation.kernel(image, "XY", new Progress() {

			@Override
			public void update(final Status status) {
				assertEquals("estimating the kernel", status.stage());
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
	}

	/** Though nothing is to be estimated; once for a channel, and not of the one that is as it was taken. */
	@Test
	void whatWasDoneToAnImageIsTold() {
		final ArrayImg<UnsignedShortType, ?> image = ArrayImgs.unsignedShorts(128, 128, 2, 2);
		final Plane scene = DeadLeaves.scene(128, 128, 1);
		final Plane large = Resizes.cubic(64, 64, 128, 128, 2, 2).apply(scene.crop(new Window(0, 0, 64, 64)));
		int i = 0;
		for (final UnsignedShortType t : image) {
			t.setReal(Math.rint((i / scene.data.length % 2 == 0 ? scene : large).data[i % scene.data.length]));
			i++;
		}
		for (final Options options : List.of(GIVEN, Options.defaults())) {
			final Report report = ZeroShotSR.upscale(image, "XYCZ", options, Progress.NONE, remembering(new ArrayList<>(),
				new ArrayList<>())).report();
			final List<String> told = report.notes().stream().filter(n -> n.contains("looks as if")).toList();
			assertEquals(1, told.size(), report.notes().toString());
			assertTrue(told.get(0).startsWith("channel 2: the image looks as if it had been enlarged"), told.toString());
		}
	}
}
