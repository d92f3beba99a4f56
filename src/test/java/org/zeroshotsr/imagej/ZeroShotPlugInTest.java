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
package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Map;
import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.VirtualStack;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ImageProcessor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.worker.CanceledRuns;

/** The plugin in this process, as in batch mode; in real ImageJs: {@link ImageJMacrosIT}, {@link ImageJWindowIT}. */
class ZeroShotPlugInTest {

	private static final String QUICK = "scale=2 steps=3 depth=3 width=8 ensemble=1 precision=float32 device=cpu";

	private static ImagePlus image(final int bits) {
		return new ImagePlus("cell.tif", Samples.plane(bits, 24, 20, 1));
	}

	/** Runs the plugin as a macro would and returns the image that is active afterwards. */
	private static ImagePlus run(final ImagePlus image) {
		return run(image, LocalEngine::new);
	}

	private static ImagePlus run(final ImagePlus image, final Engine.Maker maker) {
		return run(image, new ZeroShotPlugIn(maker), QUICK);
	}

	private static ImagePlus run(final ImagePlus image, final ZeroShotPlugIn plugin, final String options) {
		final Thread thread = Thread.currentThread();
		final String name = thread.getName();
		thread.setName("Run$_" + name);
		Interpreter.batchMode = true;
		WindowManager.setTempCurrentImage(image);
		Macro.setOptions(options);
		try {
			plugin.run("");
			return WindowManager.getCurrentImage();
		}
		finally {
			Macro.setOptions(null);
			while (Interpreter.getBatchModeImageCount() > 0)
				Interpreter.removeBatchModeImage(Interpreter.getLastBatchModeImage());
			WindowManager.setTempCurrentImage(null);
			Interpreter.batchMode = false;
			thread.setName(name);
		}
	}

	/** Checks a result of the plugin against the engine, called directly. */
	private static <T extends RealType<T> & NativeType<T>> void assertEnginesPixels(final ImagePlus small,
		final Rectangle box, final Pixels<T> pixels, final ImagePlus large)
	{
		final Options options = Options.defaults().with(MacroOptions.parse(QUICK, name -> null));
		final ImagePlus wanted = Enlarged.of(small, box, ZeroShotSR.upscale(pixels.image(), pixels.axes(), options, Progress.NONE)
			.image(), options.scale());
		assertEquals(wanted.getStackSize(), large.getStackSize());
		for (int i = 1; i <= wanted.getStackSize(); i++)
			assertArrayEquals(wanted.getStack().getProcessor(i).getFloatArray(), large.getStack().getProcessor(i)
				.getFloatArray(), "plane " + i);
	}

	/** Along z alone, until voxels are as deep as wide; what a macro says goes before. */
	@Test
	void isotropicStack() {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 6; i++)
			stack.addSlice("", Samples.plane(16, 24, 20, i));
		final ImagePlus image = new ImagePlus("cells.tif", stack);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.2;
		image.getCalibration().pixelDepth = 0.5;
		image.getCalibration().setUnit("um");
		final String quick = QUICK.replace("scale=2 ", "");
		final ImagePlus deep = run(image, new IsotropicPlugIn(LocalEngine::new), quick);
		assertArrayEquals(new int[] { 24, 20, 1, 15, 1 }, deep.getDimensions());
		assertEquals(0.2, deep.getCalibration().pixelDepth, 1e-9);
		assertTrue(deep.getInfoProperty().matches("(?s).* scale=1 z-?scale=2.5 .*"), deep.getInfoProperty());
		final ImagePlus said = run(image, new IsotropicPlugIn(LocalEngine::new), quick + " scale=2 zscale=2");
		assertArrayEquals(new int[] { 48, 40, 1, 12, 1 }, said.getDimensions());
		// a recorded call says what differs from what this command begins with
		final Map<String, String> recorded = Choices.ISOTROPIC.with(Map.of("scale", "2", "z-scale", "2.5")).recorded(Choices.ISOTROPIC);
		assertEquals(Map.of("scale", "2", "zscale", "2.5"), recorded);
		assertEquals(Choices.ISOTROPIC.and(recorded), Choices.ISOTROPIC.with(Map.of("scale", "2", "z-scale", "2.5")));
		assertEquals(Map.of(), Choices.ISOTROPIC.recorded(Choices.ISOTROPIC));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void theEnginesPixels(final int bits) {
		final ImagePlus image = image(bits);
		final float[][] before = image.getProcessor().getFloatArray();
		final ImagePlus large = run(image);
		assertEquals(bits, large.getBitDepth());
		assertEquals("cell-1.tif", large.getTitle());
		assertEnginesPixels(image, null, Pixels.of(image), large);
		assertArrayEquals(before, image.getProcessor().getFloatArray());
		assertFalse(image.isLocked());
	}

	/** Where it is named, and beside the image's file, where an earlier one stays; the result is the same. */
	@Test
	void aReportIsAPage(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("a \u00fc.tif");
		ImageFiles.save(image(16), file);
		final ImagePlus image = ImageFiles.open(file);
		final Path page = folder.resolve("run 1.html");
		final ImagePlus large = run(image, new ZeroShotPlugIn(LocalEngine::new), QUICK + " report=[" + page + "]");
		assertEnginesPixels(image, null, Pixels.of(image), large);
		final String html = Files.readString(page);
		assertTrue(html.contains("alt=\"result, place 1\"") && html.contains("a \u00fc.tif (24 x 20, 16-bit)"));
		Files.createFile(folder.resolve("a \u00fc_report.html"));
		run(image, new ZeroShotPlugIn(LocalEngine::new), QUICK + " report");
		assertEquals(0, Files.size(folder.resolve("a \u00fc_report.html")));
		assertTrue(Files.exists(folder.resolve("a \u00fc_report_2.html")));
		assertEquals("36 x 30 pixels, 1 plane", FileRun.enlarge(file.toString(), folder.resolve("b.tif").toString(),
			"scale=1.5 steps=3 depth=3 width=8 ensemble=1 device=cpu report"));
		assertTrue(Files.readString(folder.resolve("b_report.html")).contains("alt=\"result, place 1\""));
		assertTrue(FileRun.enlarge(file.toString(), folder.resolve("c.tif").toString(), "report=c.txt").startsWith(
			"ERROR: report: 'c.txt' is not possible"));
		assertFalse(Files.exists(folder.resolve("c.tif")));
	}

	@Test
	void onlyTheBoundingBoxOfASelection() {
		final ImagePlus image = image(16);
		image.setRoi(new OvalRoi(4, 3, 12, 10));
		final ImagePlus large = run(image);
		assertEquals(24, large.getWidth());
		assertEquals(20, large.getHeight());
		// ImageJ's scaled ovals are polygons, a pixel larger
		final Rectangle oval = large.getRoi().getBounds();
		assertTrue(oval.contains(new Rectangle(24, 20)) && new Rectangle(-1, -1, 26, 22).contains(oval), oval.toString());
		final Rectangle box = new Rectangle(4, 3, 12, 10);
		assertEnginesPixels(image, box, Pixels.of(image, box), large);
	}

	/** Of colours one plane, with what belongs to the pixels; the result stays the active image. */
	@ParameterizedTest
	@ValueSource(ints = { 16, 24 })
	void mapsAreImagesBesideTheResult(final int bits) {
		final ImagePlus image = image(bits);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("micron");
		image.setRoi(new Roi(4, 3, 12, 10));
		final List<ImagePlus> made = new Upscaling(Choices.of(MacroOptions.parse(QUICK + " maps=uncertainty,new", name -> null)),
			Progress.NONE, LocalEngine::new).run(ImagePlusSource.of(image)).images();
		assertEquals(List.of("cell-1.tif", "cell-uncertainty.tif", "cell-new.tif"), made.stream().map(ImagePlus::getTitle).toList());
		for (final ImagePlus map : made.subList(1, 3)) {
			assertEquals(32, map.getBitDepth());
			assertEquals(24, map.getWidth());
			assertEquals(20, map.getHeight());
			assertEquals(0.25, map.getCalibration().pixelWidth, 1e-12);
			assertTrue(map.getInfoProperty().contains("MAP"), map.getInfoProperty());
		}
		assertTrue(made.get(1).getDisplayRangeMax() > made.get(1).getDisplayRangeMin());
	}

	@Test
	void aSelectionOverTheEdgeIsCutThere() {
		final ImagePlus image = image(8);
		image.setRoi(new Roi(12, 8, 40, 40));
		final ImagePlus large = run(image);
		assertEquals(24, large.getWidth());
		assertEquals(24, large.getHeight());
		assertNull(large.getRoi());
	}

	@Test
	void pointsSelectNothingAndAreScaledAlong() {
		final ImagePlus image = image(8);
		image.setRoi(new PointRoi(5, 6));
		final ImagePlus large = run(image);
		assertEquals(48, large.getWidth());
		assertEquals(10, large.getRoi().getFloatPolygon().xpoints[0]);
		assertEquals(12, large.getRoi().getFloatPolygon().ypoints[0]);
	}

	/** A stack that counts how often a plane is read. */
	private static final class Counting extends VirtualStack {

		private int reads;

		Counting() {
			super(24, 20, null, null);
		}

		@Override
		public int getSize() {
			return 4;
		}

		@Override
		public int size() {
			return 4;
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			reads++;
			return Samples.plane(16, 24, 20, n);
		}

		@Override
		public int getBitDepth() {
			return 16;
		}

		@Override
		public String getSliceLabel(final int n) {
			return "plane " + n;
		}
	}

	@Test
	void aVirtualStackIsReadPlaneByPlane() {
		final Counting stack = new Counting();
		final ImagePlus image = new ImagePlus("slow", stack);
		final ImagePlus large = run(image);
		assertFalse(large.getStack().isVirtual());
		assertEquals("plane 3", large.getStack().getSliceLabel(3));
		// ImgLib2 begins at the first, ImageJ looks at the shown one, noise is looked for in five planes and two pairs at most, and
		// the common network learns from these four; before all that the record's SHA-256 is made of them
		assertTrue(stack.reads <= 4 + 3 * 4 + 2 + 4, "planes read: " + stack.reads);
		assertEnginesPixels(image, null, Pixels.of(image), large);
	}

	@Test
	void anImageInUseIsRefused() throws InterruptedException {
		final ImagePlus image = image(8);
		final Thread other = new Thread(image::lockSilently);
		other.start();
		other.join();
		assertSame(image, run(image));
		assertTrue(image.isLocked());
	}

	@Test
	void escapeCancelsAndLeavesNothing() {
		final ImagePlus image = image(8);
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		try {
			assertSame(image, run(image));
		}
		finally {
			IJ.resetEscape();
		}
		assertFalse(image.isLocked());
	}

	@ParameterizedTest
	@ValueSource(strings = { "starting", "training", "enlarging", "output" })
	void escapeAtAnyStageLeavesNothing(final String stage) {
		final ImagePlus image = Samples.stack(16, 24, 20, 2);
		try {
			assertSame(image, run(image, CanceledRuns.worker(stage, () -> IJ.setKeyDown(KeyEvent.VK_ESCAPE))));
			assertTrue(IJ.escapePressed(), "never got as far as " + stage);
		}
		finally {
			IJ.resetEscape();
		}
		CanceledRuns.assertNothingIsLeft();
		assertFalse(image.isLocked());
	}

	/** One line, and no stack trace. */
	@Test
	void whatNobodyForesawIsSaidInWords() {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true));
		System.setErr(System.out);
		final ImagePlus image = image(8);
		try {
			for (final Throwable failure : List.of(new IllegalStateException("broken"), new NoClassDefFoundError("a/Class")))
				assertSame(image, run(image, (recipe, channels, height, width) -> {
					if (failure instanceof Error error) throw error;
					throw (RuntimeException) failure;
				}));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		final List<String> said = printed.toString().lines().filter(line -> line.matches(".*(report it|cannot be loaded).*")).toList();
		assertEquals(2, said.size(), printed.toString());
		assertTrue(said.get(0).contains("IllegalStateException: broken") && said.get(1).contains("a/Class"), said.toString());
		assertFalse(printed.toString().contains("\tat "), printed.toString());
		assertFalse(image.isLocked());
	}
}
