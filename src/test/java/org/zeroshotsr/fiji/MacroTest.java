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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.progress.Progress;

/** The command in real ImageJ macros without a display; {@link LegacyDouble} stands between the two. */
public class MacroTest {

	private static final String QUICK = "steps=3 depth=3 width=8 ensemble=1 precision=float32 device=cpu ";

	private final List<String> errors = new CopyOnWriteArrayList<>();
	private Context context;

	@BeforeEach
	void start() throws Exception {
		context = new Context();
		context.service(LogService.class).addLogListener(m -> {
			if (m.level() <= org.scijava.log.LogLevel.ERROR) errors.add(m.text());
		});
		TestEngines.maker = TestEngines.LOCAL;
		wentOn = false;
		for (ImagePlus image = WindowManager.getCurrentImage(); image != null; image = WindowManager.getCurrentImage())
			image.close();
		LegacyDouble.install(context);
	}

	@AfterEach
	void stop() throws Exception {
		LegacyDouble.uninstall();
		context.dispose();
	}

	/** Runs a macro in which {@code '} is a quote; it returns what its last line says. */
	private static String macro(final String... lines) {
		return IJ.runMacro("setBatchMode(true);\n" + String.join("\n", lines));
	}

	private static String input(final String key) {
		final List<Module> modules = LegacyDouble.MODULES;
		return (String) modules.get(modules.size() - 1).getInput(key);
	}

	@Test
	void aStackKeepsWhatBelongsToIt(@TempDir final Path folder) throws Exception {
		final String made = macro("newImage('cells.tif', '16-bit composite-mode ramp', 24, 20, 2, 3, 1);",
			"setVoxelSize(0.2, 0.2, 1, 'um');", "v = newArray(256); for (i = 0; i < 256; i++) v[i] = i;",
			"Stack.setChannel(2); setLut(v, newArray(256), v); setMinAndMax(1000, 30000);", "setMetadata('Label', 'second channel');",
			"run('Zero-Shot SR', 'scale=2 " + QUICK + "');", "saveAs('tiff', '" + folder.resolve("large.tif").toString()
				.replace('\\', '/') + "');", "return getTitle() + ' of ' + nImages;");
		assertEquals(List.of(), errors);
		assertEquals("large.tif of 2", made);
		final ImagePlus large = IJ.openImage(folder.resolve("large.tif").toString());
		assertArrayEquals(new int[] { 48, 40, 2, 3, 1 }, large.getDimensions());
		assertEquals(16, large.getBitDepth());
		assertEquals(0.1, large.getCalibration().pixelWidth, 1e-12);
		assertEquals(0.1, large.getCalibration().pixelHeight, 1e-12);
		assertEquals(1, large.getCalibration().pixelDepth, 1e-12);
		assertTrue(large.isComposite());
		large.setC(2);
		assertEquals(1000, large.getDisplayRangeMin());
		assertEquals(30000, large.getDisplayRangeMax());
		assertEquals(0xffff00ff, ((CompositeImage) large).getChannelLut(2).getRGB(255));
		assertEquals("second channel", large.getStack().getSliceLabel(2));
		assertTrue(large.getInfoProperty().contains("RUN Zero-Shot SR"));
		assertEquals(List.of(), LegacyDouble.ASKED);
		assertNull(LegacyDouble.MODULES.get(0).getOutput("result"));
	}

	@Test
	void aStackGrowsUntilItsVoxelsAreCubes() {
		final String made = macro("newImage('cells.tif', '16-bit composite-mode ramp', 24, 20, 2, 6, 1);",
			"setVoxelSize(0.2, 0.2, 0.5, 'um');", "run('Isotropic Stack', '" + QUICK + "');",
			"getVoxelSize(w, h, d, unit); getDimensions(width, height, channels, slices, frames);",
			"said = getTitle() + ' ' + width + ' ' + height + ' ' + channels + ' ' + slices + ' ' + d + ' ' + getInfo('slice.label');",
			"Stack.setSlice(4); said = said + ', ' + getInfo('slice.label'); selectImage('cells.tif');",
			"run('Isotropic Stack', 'scale=2 zscale=2 " + QUICK + "'); getDimensions(width, height, channels, slices, frames);",
			"return said + ', ' + width + ' ' + height + ' ' + channels + ' ' + slices;");
		assertEquals(List.of(), errors);
		assertEquals("cells-1.tif 24 20 2 15 0.2 z 0.7, z 1.9, 48 40 2 12", made);
		assertEquals(List.of(), LegacyDouble.ASKED);
	}

	@Test
	void severalRunsEachTakeTheRightImage() {
		final String made = macro("names = '';", "for (i = 0; i < 3; i++) {", "  newImage('im' + i, '8-bit ramp', 16 + i, 12, 1);",
			"  run('Zero-Shot SR', 'bicubic=true " + QUICK + "');", "  names = names + getTitle() + ' ' + getWidth() + ' ';", "}",
			"selectImage('im1-1'); names = names + getWidth();", "selectImage('im0-bicubic'); names = names + ' ' + getWidth();",
			"selectImage('im2'); run('Zero-Shot SR', 'input=im0 " + QUICK + "');", "return names + ' ' + getTitle();");
		assertEquals(List.of(), errors);
		assertEquals("im0-1 32 im1-1 34 im2-1 36 34 32 im0-2", made);
	}

	@Test
	void whatIsLeftOutHasItsDefaultEachTime() {
		// nothing to be learnt of an image of one value: it is there at once, whatever the options
		macro("newImage('plain', '8-bit white', 16, 16, 1);",
			"run('Zero-Shot SR', 'scale=3 kernel=Linear noise=gaussian:3 stack=WARM steps=7 seed=9');");
		assertEquals("Linear", input("kernel"));
		assertEquals("7", input("steps"));
		macro("newImage('plain', '8-bit white', 16, 16, 1);", "run('Zero-Shot SR');");
		Choices.DEFAULTS.values().forEach((key, value) -> assertEquals(value, input(key), key));
		assertEquals(List.of(), errors);
		assertEquals(List.of(), LegacyDouble.ASKED);
		assertEquals(2, LegacyDouble.MODULES.size());
	}

	@Test
	void valuesMayHaveBlanksAndLookLikeKeys(@TempDir final Path folder) throws Exception {
		final Path psf = Files.writeString(Files.createDirectory(folder.resolve("my scale=9 noise=x")).resolve("psf.csv"),
			"0,1,0\n1,4,1\n0,1,0\n");
		final String made = macro("newImage('plain', '8-bit white', 32, 32, 1);", "file = '" + psf.toString().replace('\\',
			'/') + "';", "run('Zero-Shot SR', 'kernel=[file:' + file + ']');", "path = 'file:' + file;",
			"selectImage('plain'); run('Zero-Shot SR', 'kernel=&path');", "return getTitle();");
		assertEquals(List.of(), errors);
		assertEquals("plain-2", made);
		assertEquals("file:" + psf, input("kernel").replace('/', java.io.File.separatorChar));
		assertEquals(Option.SCALE.defaultValue(), input("scale"));
		assertEquals("auto", input("noise"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "scale=oops|scale: 'oops' is not possible", "depth=7.9|depth: '7.9'",
		"scale=3,5|scale: '3,5'", "schedule=never|schedule: 'never'", "bicubic=1|bicubic: '1'", "scale|'scale' is not an option with a value", "bicubic bicubic=true|bicubic is given twice",
		"tileSize=3|there is no option 'tileSize'; there are input, preset", "tile_scale=3|there is no option 'tile_scale'",
		"input=[no such image]|there is no image with the title 'no such image'", "kernel=[file:/no where/x.csv]|does not exist",
		"kernel=[linear|bracket", "start=he|the option 'start' is gone" })
	void aWrongCallStopsTheMacroAndSaysWhy(final String options, final String reason) {
		final String end = macro("newImage('plain', '8-bit white', 16, 16, 1);", "run('Zero-Shot SR', '" + options + "');",
			"call('" + MacroTest.class.getName() + ".wentOn');", "return 'went on';");
		assertFalse("went on".equals(end), end);
		assertFalse(wentOn);
		assertEquals(1, errors.size(), errors.toString());
		assertTrue(errors.get(0).startsWith("Zero-Shot SR: ") && errors.get(0).contains(reason), errors.get(0));
		// the next macro is not disturbed
		assertEquals("plain-1", macro("newImage('plain', '8-bit white', 16, 16, 1);", "run('Zero-Shot SR', 'scale=2');",
			"return getTitle();"));
	}

	@Test
	void aCheckboxesKeyAloneIsTrue() {
		assertEquals("plain-bicubic", macro("newImage('plain', '8-bit white', 16, 16, 1);",
			"run('Zero-Shot SR', 'scale=2 bicubic window=false');", "selectImage('plain-bicubic'); return getTitle();"));
		assertEquals("true", input("bicubic"));
		assertEquals("false", input("window"));
		macro("newImage('plain', '8-bit white', 16, 16, 1);", "run('Zero-Shot SR', 'window bicubic ');");
		assertEquals("true true", input("window") + " " + input("bicubic"));
		assertEquals(List.of(), errors);
	}

	@Test
	void aPresetSetsWhatTheMacroLeavesOut() {
		macro("newImage('plain', '8-bit white', 16, 16, 1);", "run('Zero-Shot SR', 'preset=noisy quality=fast ensemble=8');");
		assertEquals("auto", input("noise"));
		assertEquals("8", input("ensemble"));
		assertEquals(Choices.of("noisy", "fast").values().get("steps"), input("steps"));
		assertEquals(List.of(), errors);
		assertEquals(List.of(), LegacyDouble.ASKED);
	}

	private static volatile boolean wentOn;

	/** Called by macros that should have stopped. */
	public static String wentOn() {
		wentOn = true;
		return "";
	}

	@Test
	void withoutAnImageTheMacroStops() {
		assertFalse("went on".equals(macro("run('Zero-Shot SR', 'scale=2');", "return 'went on';")));
		assertTrue(errors.get(0).contains("there is no image"), errors.toString());
		assertEquals(List.of(), LegacyDouble.ASKED);
	}

	@Test
	void cancellingStopsTheMacroWithoutAnError() {
		TestEngines.maker = (options, channels, height, width) -> {
			throw new CancellationException();
		};
		assertFalse("went on".equals(macro("newImage('ramp', '8-bit ramp', 16, 16, 1);",
			"run('Zero-Shot SR', 'scale=2');", "return 'went on';")));
		assertEquals(List.of(), errors);
	}

	@Test
	void anErrorNobodyThoughtOfStopsTheMacroToo() {
		TestEngines.maker = (options, channels, height, width) -> {
			throw new IllegalStateException("broken");
		};
		assertFalse("went on".equals(macro("newImage('ramp', '8-bit ramp', 16, 16, 1);",
			"run('Zero-Shot SR', 'scale=2');", "return 'went on';")));
		assertTrue(errors.get(0).contains("broken"), errors.toString());
	}

	@Test
	void onlyTheBoxOfTheSelectionIsDoneAndOverlaysGrow() {
		final ImagePlus image = IJ.createImage("cells", "8-bit ramp", 40, 30, 1);
		image.setRoi(new ij.gui.OvalRoi(4, 6, 20, 16));
		image.setOverlay(new Overlay(new Roi(8, 10, 4, 3)));
		image.getCalibration().pixelWidth = 0.5;
		final CommandModule module = run(image);
		assertEquals(List.of(), errors);
		assertNotNull(module.getOutput("result"));
		final ImagePlus large = context.service(org.scijava.convert.ConvertService.class).convert(module.getOutput("result"),
			ImagePlus.class);
		assertEquals("40 x 32", large.getWidth() + " x " + large.getHeight());
		assertEquals(0.25, large.getCalibration().pixelWidth);
		assertEquals(new Rectangle(8, 8, 8, 6), large.getOverlay().get(0).getBounds());
		// ImageJ's scaled ovals are polygons, a pixel larger
		final Rectangle oval = large.getRoi().getBounds();
		assertTrue(oval.contains(new Rectangle(40, 32)) && new Rectangle(-1, -1, 42, 34).contains(oval), oval.toString());
		assertArrayEquals((byte[]) expected(Pixels.of(image, new Rectangle(4, 6, 20, 16))), (byte[]) large.getProcessor()
			.getPixels());
		// a Java caller without a display gets the image, and no window has it
		assertNull(WindowManager.getCurrentImage());
	}

	@Test
	void theImageIsLockedWhileItIsEnlarged() {
		final List<Boolean> locked = new CopyOnWriteArrayList<>();
		final ImagePlus image = IJ.createImage("cells", "8-bit ramp", 16, 16, 1);
		TestEngines.maker = (options, channels, height, width) -> {
			locked.add(image.isLocked());
			throw new CancellationException();
		};
		run(image);
		assertEquals(List.of(true), locked);
		assertFalse(image.isLocked());
	}

	@Test
	void anImageInUseIsRefused() {
		final ImagePlus image = IJ.createImage("cells", "8-bit ramp", 16, 16, 1);
		assertTrue(image.lockSilently());
		final CommandModule module = run(image);
		assertTrue(module.isCanceled());
		assertEquals("Zero-Shot SR: 'cells' is in use by another command; wait for it to end", module.getCancelReason());
		assertNull(module.getOutput("result"));
		assertTrue(image.isLocked());
	}

	/** The command with an image and without a macro. */
	private CommandModule run(final ImagePlus image) {
		try {
			return context.service(CommandService.class).run(ZeroShotSRCommand.class, true, "input", LegacyDouble.register(
				context, image), "scale", "2", "steps", "3", "depth", "3", "width", "8", "ensemble", "1", "precision", "float32",
				"device", "cpu").get();
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new AssertionError(e);
		}
	}

	private static <T extends RealType<T> & NativeType<T>> Object expected(final Pixels<T> pixels) {
		Options options = Options.defaults();
		for (final String pair : QUICK.trim().split(" "))
			options = options.with(Option.of(pair.split("=")[0]), pair.split("=")[1]);
		return ((net.imglib2.img.basictypeaccess.array.ByteArray) ZeroShotSR.upscale(pixels.image(), pixels.axes(), options,
			Progress.NONE, TestEngines.LOCAL).image().getPlane(0)).getCurrentStorageArray();
	}
}
