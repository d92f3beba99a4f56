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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.LinearAxis;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.display.ColorTable8;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.worker.CanceledRuns;
import org.zeroshotsr.worker.WorkerEngine;

/** The command over Datasets, through SciJava's own CommandService. */
class DatasetCommandTest {

	/** A small network that learns for three steps. */
	private static final Map<String, Object> QUICK = Map.of("steps", "3", "depth", "3", "width", "8", "ensemble", "1",
		"precision", "float32", "device", "cpu");

	private Context context;

	@BeforeEach
	void start() {
		context = new Context();
		TestEngines.maker = TestEngines.LOCAL;
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	private CommandModule run(final Dataset image, final Object... choices) throws Exception {
		final Map<String, Object> inputs = new TreeMap<>(QUICK);
		if (image != null) inputs.put("input", image);
		for (int i = 0; i < choices.length; i += 2)
			inputs.put((String) choices[i], choices[i + 1]);
		return context.service(CommandService.class).run(ZeroShotSRCommand.class, true, inputs).get();
	}

	private static Options options(final String... choices) {
		Options options = Options.defaults();
		for (final Map.Entry<String, Object> entry : QUICK.entrySet())
			options = options.with(Option.of(entry.getKey()), (String) entry.getValue());
		for (int i = 0; i < choices.length; i += 2)
			options = options.with(Option.of(choices[i]), choices[i + 1]);
		return options;
	}

	/** Blurred noise of values 100 to 200. */
	private static <T extends RealType<T> & NativeType<T>> Img<T> image(final T type, final long... size) {
		final Img<T> image = new PlanarImgFactory<>(type).create(size);
		final Random random = new Random(1);
		final Cursor<T> cursor = image.cursor();
		double value = 150;
		while (cursor.hasNext()) {
			value = Math.max(100, Math.min(200, value + 30 * random.nextGaussian()));
			cursor.next().setReal(value);
		}
		return image;
	}

	private <T extends RealType<T> & NativeType<T>> Dataset dataset(final Img<T> image, final String... labels) {
		final Dataset dataset = context.service(DatasetService.class).create(image);
		for (int d = 0; d < labels.length; d++)
			dataset.setAxis(ImageJCommon.axis(labels[d], "µm", 0.25 * (d + 1), 10 * d), d);
		dataset.setName("cells.tif");
		return dataset;
	}

	private static void assertPixels(final RandomAccessibleInterval<?> expected, final Object actual) {
		assertNotNull(actual);
		assertArrayEquals(expected.dimensionsAsLongArray(), ((Dataset) actual).dimensionsAsLongArray());
		assertEquals(samples(expected), samples((Dataset) actual));
	}

	private static List<Double> samples(final RandomAccessibleInterval<?> image) {
		final List<Double> samples = new ArrayList<>();
		Views.flatIterable(image).forEach(p -> samples.add(((RealType<?>) p).getRealDouble()));
		return samples;
	}

	/** What was found takes the place of what asked for it: the recorder, which looks at inputs afterwards, has options that repeat the run. */
	@Test
	void inputsHoldWhatWasChosen() throws Exception {
		final Img<UnsignedShortType> pixels = image(new UnsignedShortType(), 64, 60);
		final CommandModule first = run(dataset(pixels, "X", "Y"));
		assertEquals("auto", first.getInput("preset"));
		assertTrue(((String) first.getInput("noise")).matches("none|poisson:.*"), "" + first.getInput("noise"));
		assertEquals("bicubic", first.getInput("kernel"));
		final CommandModule again = run(dataset(pixels, "X", "Y"), "noise", first.getInput("noise"), "kernel", first.getInput(
			"kernel"));
		assertPixels((Dataset) first.getOutput("result"), again.getOutput("result"));
	}

	@Test
	void mapsAreOutputsWithTheCalibrationOfTheResult() throws Exception {
		final Img<UnsignedShortType> pixels = image(new UnsignedShortType(), 24, 20);
		final CommandModule module = run(dataset(pixels, "X", "Y"), "maps", "uncertainty,consistency", "bicubic", "true");
		assertFalse(module.isCanceled(), module.getCancelReason());
		final var expected = ZeroShotSR.upscale(pixels, "XY", options(), Layer.maps(), Progress.NONE, TestEngines.LOCAL).maps();
		assertPixels(expected.get(Layer.CONSISTENCY), module.getOutput("consistencymap"));
		assertPixels(expected.get(Layer.UNCERTAINTY), module.getOutput("uncertaintymap"));
		assertNotNull(module.getOutput("bicubicresult"));
		assertNull(module.getOutput("newmap"));
		final Dataset map = (Dataset) module.getOutput("uncertaintymap");
		assertEquals("cells-uncertainty.tif", map.getName());
		assertEquals(0.125, ((LinearAxis) map.axis(0)).scale(), 1e-12);
		assertEquals("uncertainty,consistency".length(), ((String) module.getInput("maps")).length());
		assertTrue(run(dataset(pixels, "X", "Y"), "maps", "all").getCancelReason().contains("consistency, uncertainty and new"));
	}

	@Test
	void opticsTakeThePixelSizeOfTheAxes() throws Exception {
		final Img<UnsignedShortType> pixels = image(new UnsignedShortType(), 24, 20);
		final CommandModule module = run(dataset(pixels, "X", "Y"), "kernel", "optics:NA=0.4,EM=600");
		// 0.25 micrometres across, 0.5 down
		assertPixels(ZeroShotSR.upscale(pixels, "XY", options("kernel", "optics:NA=0.4,EM=600,PIXEL=0.5x0.25"),
			Progress.NONE).image(), module.getOutput("result"));
		final Dataset inPixels = dataset(pixels, "X", "Y");
		inPixels.setAxis(ImageJCommon.axis("Y", null, 1, 0), 1);
		final CommandModule refused = run(inPixels, "kernel", "optics:NA=0.4,EM=600");
		assertTrue(refused.isCanceled() && refused.getCancelReason().contains("PIXEL="), refused.getCancelReason());
	}

	@Test
	void aHyperstackIsThatOfTheEngineWithAllThatBelongsToIt() throws Exception {
		final Img<UnsignedShortType> pixels = image(new UnsignedShortType(), 24, 20, 2, 2);
		final Img<UnsignedShortType> before = pixels.copy();
		final Dataset image = dataset(pixels, "X", "Y", "Channel", "Z");
		image.setValidBits(12);
		image.setCompositeChannelCount(2);
		image.initializeColorTables(2);
		final ColorTable8 table = new ColorTable8();
		image.setColorTable(table, 1);
		image.setChannelMinimum(1, 120);
		image.setChannelMaximum(1, 180);
		image.getProperties().put("note", "kept");
		image.getProperties().put("rois", "of the small image");

		final CommandModule module = run(image, "scale", "1.5x2", "kernel", "gaussian:0.5");

		assertFalse(module.isCanceled(), module.getCancelReason());
		final Dataset result = (Dataset) module.getOutput("result");
		assertPixels(ZeroShotSR.upscale(pixels, "XYCZ", options("scale", "1.5x2", "kernel", "gaussian:0.5"), Progress.NONE,
			TestEngines.LOCAL).image(), result);
		assertEquals(List.of(48L, 30L, 2L, 2L), Arrays.stream(result.dimensionsAsLongArray()).boxed().toList());
		assertTrue(result.getType() instanceof UnsignedShortType);
		final String[] labels = { "X", "Y", "Channel", "Z" };
		final double[] scales = { 0.125, 0.5 / 1.5, 0.75, 1 };
		for (int d = 0; d < 4; d++) {
			final LinearAxis axis = (LinearAxis) result.axis(d);
			assertEquals(labels[d], axis.type().getLabel());
			assertEquals("µm", axis.unit());
			assertEquals(scales[d], axis.scale(), 1e-12);
			assertEquals(10 * d, axis.origin());
			assertEquals(0.25 * (d + 1), ((LinearAxis) image.axis(d)).scale());
		}
		assertEquals("cells-1.tif", result.getName());
		assertEquals(12, result.getValidBits());
		assertEquals(2, result.getCompositeChannelCount());
		assertEquals(2, result.getColorTableCount());
		assertNull(result.getColorTable(0));
		assertSame(table, result.getColorTable(1));
		assertTrue(Double.isNaN(result.getChannelMinimum(0)));
		assertEquals(120, result.getChannelMinimum(1));
		assertEquals(180, result.getChannelMaximum(1));
		assertEquals("kept", result.getProperties().get("note"));
		assertFalse(result.getProperties().containsKey("rois"));
		assertTrue(result.getProperties().get(DatasetSource.RECORD).toString().contains("scale=1.5x2"));
		assertNull(module.getOutput("bicubicresult"));
		assertPixels(before, image);
	}

	@Test
	void propertiesOfTheOldSizeStayBehind() throws Exception {
		final Dataset image = dataset(image(new UnsignedByteType(), 24, 20), "X", "Y");
		final Map<String, Object> sample = Map.of("sample", "HeLa", "NA", 1.4, "Objective", "Plan-Apo 63x", "exposure time", 0.2,
			"Laser", List.of(488, 561), "binning", "2x2", "thickness of the slice", 5, "wavelength", 520, "info", "size 3");
		final Map<String, Object> size = Map.ofEntries(Map.entry("rois", "of the small image"), Map.entry("tables", List.of()),
			Map.entry("imageMetadata", "a"), Map.entry("scifio.metadata.image", "b"), Map.entry("scifio.metadata.global", "c"),
			Map.entry("SizeX", 24), Map.entry("size y", 20), Map.entry("Image Width", 24), Map.entry("ImageLength", 20), Map.entry(
				"XResolution", 4.0), Map.entry("PhysicalSizeX", 0.25), Map.entry("pixel size", 0.25), Map.entry("bounds", "24,20"), Map
					.entry("anything", image(new UnsignedByteType(), 24, 20)));
		image.getProperties().putAll(sample);
		image.getProperties().putAll(size);
		final Map<String, Object> kept = new TreeMap<>(((Dataset) run(image).getOutput("result")).getProperties());
		assertNotNull(kept.remove(DatasetSource.RECORD));
		assertEquals(new TreeMap<>(sample), kept);
		assertTrue(image.getProperties().keySet().containsAll(size.keySet()), "the input keeps its own");
	}

	@Test
	void mergedColoursAreOneImage() throws Exception {
		final Img<UnsignedByteType> pixels = image(new UnsignedByteType(), 24, 20, 3);
		final Dataset image = dataset(pixels, "X", "Y", "Channel");
		image.setRGBMerged(true);
		final Dataset result = (Dataset) run(image, "scale", "2").getOutput("result");
		assertTrue(result.isRGBMerged());
		assertPixels(ZeroShotSR.upscale(pixels, "XYS", options(), Progress.NONE, TestEngines.LOCAL).image(), result);
	}

	@Test
	void theBicubicEnlargementComesBeside() throws Exception {
		final Img<FloatType> pixels = image(new FloatType(), 24, 20);
		final CommandModule module = run(dataset(pixels, "X", "Y"), "bicubic", "true");
		assertPixels(Bicubic.enlarge(pixels, "XY", Options.defaults().scale()), module.getOutput("bicubicresult"));
		assertEquals("cells-bicubic.tif", ((Dataset) module.getOutput("bicubicresult")).getName());
		assertNotSame(module.getOutput("result"), module.getOutput("bicubicresult"));
	}

	@Test
	void theTrainingProcessGivesTheSamePixels() throws Exception {
		final Img<UnsignedByteType> pixels = image(new UnsignedByteType(), 24, 20);
		TestEngines.maker = WorkerEngine::new;
		final CommandModule module = run(dataset(pixels, "X", "Y"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertPixels(ZeroShotSR.upscale(pixels, "XY", options(), Progress.NONE, TestEngines.LOCAL).image(), module.getOutput(
			"result"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "scale|oops|scale: 'oops'", "scale|0.5|scale: '0.5'", "depth|7.9|depth: '7.9'",
		"scale|3,5|scale: '3,5'", "stack|cold|auto, independent, warm, joint", "bicubic|1|true, false", "window|yes|true, false",
		"kernel|file:/no/such/psf.csv|/no/such/psf.csv does not exist" })
	void aWrongValueCancelsWithTheReason(final String key, final String value, final String reason) throws Exception {
		final CommandModule module = run(dataset(image(new UnsignedByteType(), 24, 20), "X", "Y"), key, value);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
		assertNull(module.getOutput("result"));
	}

	@Test
	void anImageThatCannotBeDoneCancelsWithTheReason() throws Exception {
		assertTrue(run(dataset(image(new UnsignedByteType(), 24, 20), "X", "Z")).getCancelReason().contains("no Y axis"));
		assertTrue(run(dataset(image(new UnsignedByteType(), 24, 4), "X", "Y")).getCancelReason().contains("24 x 4"));
	}

	/** Thrown on, SciJava would put its stack trace into the console, which comes up before the user. */
	@Test
	void whatNobodyForesawCancelsWithTheReason() throws Exception {
		TestEngines.maker = (recipe, channels, height, width) -> {
			throw new IllegalStateException("broken");
		};
		final CommandModule module = run(dataset(image(new UnsignedByteType(), 24, 20), "X", "Y"));
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("report it: java.lang.IllegalStateException: broken"), module
			.getCancelReason());
		assertNull(module.getOutput("result"));
	}

	@Test
	void cancelingTheTaskEndsTheRunWithoutAResult() throws Exception {
		final Canceler canceler = new Canceler();
		context.inject(canceler);
		final CommandModule module = run(dataset(image(new UnsignedByteType(), 24, 20), "X", "Y"), "steps", "100000");
		assertTrue(module.isCanceled());
		assertEquals("", module.getCancelReason());
		assertNull(module.getOutput("result"));
		assertTrue(canceler.messages.stream().anyMatch(m -> m.matches(
			"Zero-Shot SR: training .* of 100000, loss .* left")), canceler.messages.toString());
		assertTrue(canceler.done);
	}

	@ParameterizedTest
	@ValueSource(strings = { "starting", "training", "enlarging", "output" })
	void cancelingTheTaskAtAnyStageLeavesNothing(final String stage) throws Exception {
		final Tasks tasks = new Tasks();
		context.inject(tasks);
		TestEngines.maker = CanceledRuns.worker(stage, () -> tasks.last.cancel("by the user"));
		final CommandModule module = run(dataset(image(new UnsignedByteType(), 24, 20, 2), "X", "Y", "Z"));
		assertTrue(tasks.last.isCanceled(), "never got as far as " + stage);
		assertTrue(module.isCanceled());
		assertEquals("", module.getCancelReason());
		assertNull(module.getOutput("result"));
		assertTrue(tasks.last.isDone());
		CanceledRuns.assertNothingIsLeft();
	}

	/** Knows the task that was last heard of. */
	public static final class Tasks {

		@Parameter
		private EventService events;
		private volatile Task last;

		@EventHandler
		void heard(final TaskEvent event) {
			last = event.getTask();
		}
	}

	/** Cancels the first task that says how long it will train. */
	public static final class Canceler {

		@Parameter
		private EventService events;
		private final List<String> messages = new CopyOnWriteArrayList<>();
		private volatile boolean done;

		@EventHandler
		void heard(final TaskEvent event) {
			final String message = event.getTask().getStatusMessage();
			if (message != null) messages.add(message);
			if (message != null && message.endsWith(" left") && !event.getTask().isCanceled()) event.getTask().cancel(
				"by the user");
			done |= event.getTask().isDone();
		}
	}

	@Test
	void inputsAreTheOptions() throws Exception {
		final CommandInfo info = context.service(CommandService.class).getCommand(ZeroShotSRCommand.class);
		final List<String> inputs = new ArrayList<>();
		info.inputs().forEach(i -> inputs.add(i.getName()));
		assertTrue(inputs.containsAll(Inputs.keys()));
		for (final String input : inputs)
			if (info.getInput(input).getType() == String.class) assertTrue(Inputs.keys().contains(input), input);
		for (final String key : Inputs.keys())
			assertFalse(info.getInput(key).isPersisted() || info.getInput(key).isRequired(), key);
		assertEquals("Zero-Shot SR", info.getMenuPath().getLeaf().getName());
		assertEquals("Plugins > Zero-Shot SR > Zero-Shot SR", info.getMenuPath().getMenuString());
		assertTrue(info.canRunHeadless());
	}

	/** ImageJ has one name for one command, whichever menu it is in. */
	@Test
	void namesSayWhoseTheyAre() throws Exception {
		final String menus = Files.readString(Path.of("src/main/imagej/plugins.config"));
		for (final CommandInfo info : context.service(CommandService.class).getCommands()) {
			if (!info.getClassName().startsWith(getClass().getPackageName() + ".")) continue;
			final String name = info.getMenuPath().getLeaf().getName();
			assertTrue(name.startsWith("Zero-Shot SR") || name.equals("Isotropic Stack"), name);
			assertEquals(name, info.getLabel());
			assertTrue(menus.contains("Plugins>Zero-Shot SR, \"" + name + "\", "), name + " is not in ImageJ's menus");
		}
		assertEquals(6, menus.lines().filter(line -> line.startsWith("Plugins>")).count());
	}

	@Test
	void withoutAnImageItIsCancelled() throws Exception {
		final CommandModule module = run(null);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("there is no image"), module.getCancelReason());
	}

	@Test
	void noKeyBeginsAnother() { // ImageJ does not find one that follows a letter
		for (final String one : Inputs.keys())
			for (final String other : Inputs.keys())
				assertTrue(one.equals(other) || !one.startsWith(other), other + " begins " + one);
		assertTrue(Inputs.keys().stream().allMatch(k -> k.matches("[a-z]+")));
	}
}
