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
package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.measure.ResultsTable;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.LinearAxis;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.zeroshotsr.estimate.DeadLeaves;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.Recipe;

/** Zero-Shot SR Noise, Zero-Shot SR Kernel, and what a preset leaves to be estimated, through SciJava's own CommandService. */
class EstimateCommandsTest {

	private static final int SIZE = 128;

	private Context context;

	@BeforeEach
	void start() {
		context = new Context();
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void stop() {
		TestEngines.maker = TestEngines.LOCAL;
		ResultsTable.getResultsTable().reset();
		context.dispose();
	}

	private CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, true, inputs).get();
	}

	private Dataset dataset(final Img<UnsignedShortType> image) {
		final Dataset dataset = context.service(DatasetService.class).create(image);
		for (int d = 0; d < image.numDimensions(); d++)
			dataset.setAxis(ImageJCommon.axis(List.of("X", "Y", "Channel").get(d), "µm", 0.25, 0), d);
		dataset.setName("cells.tif");
		return dataset;
	}

	/** Even blocks; each channel in the noise of a camera of this gain. */
	private Dataset noisy(final double... gains) {
		final Img<UnsignedShortType> image = PlanarImgs.unsignedShorts(SIZE, SIZE, gains.length);
		final Random random = new Random(1);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final double mean = 300 * (1 + (cursor.getIntPosition(0) / 16 + 3 * (cursor.getIntPosition(1) / 16)) % 8);
			cursor.get().setReal(Math.rint(mean + Math.sqrt(gains[cursor.getIntPosition(2)] * mean) * random.nextGaussian()));
		}
		return dataset(image);
	}

	@Test
	void noiseGoesToTheResultsTable() throws Exception {
		final CommandModule module = run(EstimateNoiseCommand.class, "input", noisy(2, 5));
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(2, table.size());
		assertEquals("cells.tif", table.getLabel(1));
		assertEquals(2, table.getValue("Gain", 0), 0.3);
		assertEquals(5, table.getValue("Gain", 1), 0.75);
		final String noise = (String) module.getOutput("noise");
		assertEquals(table.getStringValue("Noise option", 0) + " " + table.getStringValue("Noise option", 1), noise);
		Option.NOISE.parse(noise.split(" ")[0]);
	}

	@Test
	void theKernelIsAnImageOfItsOwn() throws Exception {
		final Plane low = Kernel.gaussian(0.8).shrink(2 * SIZE, 2 * SIZE, SIZE, SIZE, new Factor(2, 2)).apply(DeadLeaves.scene(
			2 * SIZE, 2 * SIZE, 3));
		final Img<UnsignedShortType> image = PlanarImgs.unsignedShorts(SIZE, SIZE);
		int i = 0;
		for (final UnsignedShortType t : image)
			t.setReal(Math.rint(50 * low.data[i++]));
		final Dataset kernel = (Dataset) run(EstimateKernelCommand.class, "input", dataset(image)).getOutput("kernel");
		double sum = 0;
		for (final RealType<?> sample : kernel)
			sum += sample.getRealDouble();
		assertEquals(1, sum, 1e-5);
		assertEquals("cells-kernel.tif", kernel.getName());
		assertEquals(0.125, ((LinearAxis) kernel.axis(0)).scale(), 1e-12);
	}

	@Test
	void anImageThatIsTooSmallIsRefused() throws Exception {
		for (final Class<? extends Command> command : List.of(EstimateNoiseCommand.class, EstimateKernelCommand.class)) {
			final CommandModule module = run(command, "input", dataset(PlanarImgs.unsignedShorts(12, 12)));
			assertTrue(command == EstimateNoiseCommand.class || module.isCanceled());
			assertTrue(run(command).getCancelReason().contains("there is no image"));
		}
	}

	@Test
	void aPresetHoldsForWhoCallsSciJavaToo() throws Exception {
		final List<Recipe> made = new ArrayList<>();
		TestEngines.maker = (recipe, channels, height, width) -> {
			made.add(recipe);
			return TestEngines.LOCAL.make(recipe, channels, height, width);
		};
		final CommandModule module = run(ZeroShotSRCommand.class, "input", noisy(2), "preset", "noisy", "steps", "3", "depth",
			"3", "width", "8", "ensemble", "1", "device", "cpu", "precision", "float32");
		assertNull(module.getCancelReason());
		assertTrue(made.get(0).noise().model().variance(1000) > 0, "measured: " + made.get(0).noise());
		assertEquals(3, made.get(0).course().steps());
	}
}
