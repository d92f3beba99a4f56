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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;

/** The macros of this project, calling the SciJava command without a display; {@link LegacyDouble} stands between them. */
class ProjectMacrosTest {

	private static final String QUICK = "scale=2 steps=3 depth=3 width=8 ensemble=1 precision=float32 device=cpu";

	@TempDir
	private Path folder;
	private Context context;

	@BeforeEach
	void start() throws Exception {
		context = new Context();
		TestEngines.maker = TestEngines.LOCAL;
		LegacyDouble.install(context);
	}

	@AfterEach
	void stop() throws Exception {
		LegacyDouble.uninstall();
		if (context != null) context.dispose();
	}

	private void image(final String name, final int bits, final int slices) throws Exception {
		final ImagePlus image = IJ.createImage(name, bits + "-bit ramp", 24, 20, slices);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().setUnit("um");
		Files.createDirectories(folder.resolve("in"));
		IJ.saveAsTiff(image, folder.resolve("in").resolve(name).toString());
	}

	private String run(final String macro, final String input, final String output, final String options) throws Exception {
		return IJ.runMacro(Files.readString(Path.of("macros", macro)), folder.resolve(input) + ";" + folder.resolve(output) +
			";" + options);
	}

	@Test
	void oneImage() throws Exception {
		image("a.tif", 16, 3);
		run("zero_shot_sr_image.ijm", "in/a.tif", "large.tif", QUICK);
		final ImagePlus large = IJ.openImage(folder.resolve("large.tif").toString());
		assertArrayEquals(new int[] { 48, 40, 1, 3, 1 }, large.getDimensions());
		assertEquals(16, large.getBitDepth());
		assertEquals(0.25, large.getCalibration().pixelWidth);
	}

	@Test
	void aWrongOptionStopsAndSavesNothing() throws Exception {
		image("a.tif", 8, 1);
		run("zero_shot_sr_image.ijm", "in/a.tif", "large.tif", "scale=none");
		assertFalse(Files.exists(folder.resolve("large.tif")));
	}

	@Test
	void aFolderGoesOnAfterABadFileAndSkipsWhatIsDone() throws Exception {
		image("a.tif", 8, 1);
		image("b.tif", 8, 1);
		image("c.tif", 16, 1);
		// too small to learn from
		IJ.saveAsTiff(IJ.createImage("b", "8-bit ramp", 4, 4, 1), folder.resolve("in/b.tif").toString());
		run("zero_shot_sr_folder.ijm", "in", "out", QUICK);
		assertTrue(Files.exists(folder.resolve("out/a.tif")));
		assertFalse(Files.exists(folder.resolve("out/b.tif")));
		assertEquals(48, IJ.openImage(folder.resolve("out/c.tif").toString()).getWidth());
		final List<String> log = Files.readAllLines(folder.resolve("out/zero_shot_sr.log"));
		assertTrue(log.get(1).startsWith("b.tif: failed: the image has 4 x 4 pixels"), log.toString());
		assertEquals("2 done, 1 failed", log.get(3));
		assertEquals(4, Files.readAllLines(folder.resolve("out/zero_shot_sr.csv")).size());
		run("zero_shot_sr_folder.ijm", "in", "out", QUICK);
		assertEquals("0 done, 1 failed", Files.readAllLines(folder.resolve("out/zero_shot_sr.log")).get(7));
		final List<String> table = Files.readAllLines(folder.resolve("out/zero_shot_sr.csv"));
		assertEquals(7, table.size(), "every file has its row, skipped ones too");
		assertEquals("\"a.tif\",\"a.tif\",,,,,\"skipped, the result is there\"", table.get(4));
	}

	/** Names are data, whatever they hold: none of them is ever a part of a macro. */
	@Test
	void namesAreNeverCode() throws Exception {
		final Path trap = folder.resolve("touched");
		final List<String> names = List.of("mouse's cell.tif", "a'); exec('touch','" + "touched" + "'); print('x.tif",
			"\"quoted\" $1 [b] {c}.tif", "two;parts;scale=4.tif", "back\\slash %d &amp.tif", "zwölf µm 細胞.tif",
			"\\Update:{[;$`\"'.tif", " blanks .tif");
		for (final String name : names) {
			image("plain.tif", 8, 1);
			Files.move(folder.resolve("in/plain.tif"), folder.resolve("in").resolve(name));
		}
		run("zero_shot_sr_folder.ijm", "in", "out", QUICK);
		for (final String name : names) {
			assertEquals(48, IJ.openImage(folder.resolve("out").resolve(name).toString()).getWidth(), name);
			for (final String macro : List.of("zero_shot_sr_image.ijm", "zero_shot_sr_noisy_stack.ijm")) {
				final Path out = folder.resolve("one " + name);
				IJ.runMacro(Files.readString(Path.of("macros", macro)), "|" + folder.resolve("in").resolve(name) + "|" + out + "|" +
					QUICK);
				assertTrue(Files.deleteIfExists(out), macro + " " + name);
			}
		}
		final List<String> table = Files.readAllLines(folder.resolve("out/zero_shot_sr.csv"));
		assertEquals(1 + names.size(), table.size());
		assertTrue(table.stream().anyMatch(row -> row.startsWith("\"\"\"quoted\"\" $1 [b] {c}.tif\",")), table.toString());
		assertFalse(Files.exists(trap) || Files.exists(Path.of("touched")), "a name ran as code");
	}

	@Test
	void whatCannotBeReadOrWrittenStopsWithAMessage() throws Exception {
		image("whole.tif", 16, 3);
		final byte[] bytes = Files.readAllBytes(folder.resolve("in/whole.tif"));
		Files.write(folder.resolve("in/cut.tif"), Arrays.copyOf(bytes, bytes.length / 2));
		Files.createDirectories(folder.resolve("folder.tif"));
		for (final String macro : List.of("zero_shot_sr_image.ijm", "zero_shot_sr_noisy_stack.ijm")) {
			final String cut = said(() -> run(macro, "in/cut.tif", "large.tif", QUICK));
			assertTrue(cut.contains("ERROR: ") && cut.contains("cut.tif is truncated") && !cut.contains("Saved"), cut);
			final String unwritable = said(() -> run(macro, "in/whole.tif", "folder.tif", QUICK));
			assertTrue(unwritable.contains("ERROR: ") && unwritable.contains("folder.tif is a folder"), unwritable);
			final String wrong = said(() -> run(macro, "in/whole.tif", "large.tif", "sclae=2"));
			assertTrue(wrong.contains("ERROR: there is no option 'sclae'"), wrong);
			final String png = said(() -> run(macro, "in/whole.tif", "large.png", QUICK));
			assertTrue(png.contains("ERROR: ") && png.contains("large.png is to be a TIFF"), png);
			final String missing = said(() -> run(macro, "in/whole.tif", "no/folder/large.tif", QUICK));
			assertTrue(missing.contains("ERROR: the folder ") && missing.contains(" does not exist"), missing);
			final String itself = said(() -> run(macro, "in/whole.tif", "in/whole.tif", QUICK));
			assertTrue(itself.contains("is the input file itself"), itself);
			assertTrue(said(() -> IJ.runMacro(Files.readString(Path.of("macros", macro)), "only one")).contains(
				"ERROR: The argument has to be INPUT;OUTPUT;OPTIONS"));
			assertFalse(Files.exists(folder.resolve("large.tif")));
		}
		final String some = said(() -> run("zero_shot_sr_folder.ijm", "in", "out", QUICK));
		assertTrue(some.contains("ERROR: 1 of the files could not be enlarged"), some);
	}

	private interface Running {

		void run() throws Exception;
	}

	/** What a run prints on the error stream. */
	private static String said(final Running running) throws Exception {
		final PrintStream before = System.err;
		final ByteArrayOutputStream heard = new ByteArrayOutputStream();
		System.setErr(new PrintStream(heard, true));
		try {
			running.run();
		}
		finally {
			System.setErr(before);
		}
		return heard.toString();
	}

	/** Also where one image has the name that another one's result would have. */
	@Test
	void everyImageHasAResultOfItsOwn() throws Exception {
		image("same.tif", 8, 1);
		image("other.tif", 8, 1);
		for (final String name : List.of("same.jpg", "Upper.jpg", "upper.bmp", "same.jpg.png"))
			assertTrue(ImageIO.write(IJ.createImage("image", "8-bit ramp", 24, 20, 1).getBufferedImage(), name.replaceAll(".*\\.",
				""), folder.resolve("in").resolve(name).toFile()));
		run("zero_shot_sr_folder.ijm", "in", "out", QUICK);
		final List<String> results = List.of("same.tif.tif", "same.jpg.tif", "same.jpg.png.tif", "other.tif", "Upper.jpg.tif",
			"upper.bmp.tif");
		for (final String name : results)
			assertTrue(Files.exists(folder.resolve("out").resolve(name)), name);
		// as after an interrupted run
		Files.delete(folder.resolve("out/same.jpg.tif"));
		run("zero_shot_sr_folder.ijm", "in", "out", QUICK);
		final List<String> table = Files.readAllLines(folder.resolve("out/zero_shot_sr.csv"));
		assertEquals("file,result,width,height,slices,seconds,note", table.get(0));
		assertEquals(1 + 2 * results.size(), table.size());
		final List<String> again = table.subList(1 + results.size(), table.size());
		assertEquals(results.size() - 1, again.stream().filter(row -> row.endsWith("skipped, the result is there\"")).count());
		assertTrue(again.stream().anyMatch(row -> row.startsWith("\"same.jpg\",\"same.jpg.tif\",48,40,1,")), again.toString());
	}

	/** ImageJ's own File.append would open a dialog. */
	@Test
	void aTableThatCannotBeWrittenStopsTheFolder() throws Exception {
		image("a.tif", 8, 1);
		Files.createDirectories(folder.resolve("out/zero_shot_sr.log"));
		final String said = said(() -> run("zero_shot_sr_folder.ijm", "in", "out", QUICK));
		assertTrue(said.contains("ERROR: ") && said.contains("zero_shot_sr.log cannot be written"), said);
	}

	@Test
	void whatThePlanesOwnNoiseDoesNotGoWithIsRefused() throws Exception {
		image("a.tif", 16, 2);
		final String noise = said(() -> run("zero_shot_sr_noisy_stack.ijm", "in/a.tif", "large.tif", QUICK + " noise=gaussian:3"));
		assertTrue(noise.contains("ERROR: noise: it is measured in each slice"), noise);
		final String kernel = said(() -> run("zero_shot_sr_noisy_stack.ijm", "in/a.tif", "large.tif", QUICK +
			" kernel=linear;bicubic"));
		assertTrue(kernel.contains("ERROR: kernel: linear;bicubic is for several channels"), kernel);
		assertFalse(Files.exists(folder.resolve("large.tif")));
	}

	@Test
	void channelsAndColoursPlaneByPlane() throws Exception {
		final ImagePlus channels = IJ.createImage("c", "16-bit composite-mode ramp", 24, 20, 2, 3, 1);
		IJ.saveAsTiff(channels, folder.resolve("c.tif").toString());
		run("zero_shot_sr_noisy_stack.ijm", "c.tif", "c_x2.tif", QUICK);
		final ImagePlus large = IJ.openImage(folder.resolve("c_x2.tif").toString());
		assertArrayEquals(new int[] { 48, 40, 2, 3, 1 }, large.getDimensions());
		assertEquals(6, Pattern.compile("(?m)^Slice \\d: RUN ").matcher(large.getInfoProperty()).results().count());
		IJ.saveAsTiff(IJ.createImage("rgb", "RGB ramp", 24, 20, 2), folder.resolve("rgb.tif").toString());
		run("zero_shot_sr_noisy_stack.ijm", "rgb.tif", "rgb_x2.tif", QUICK);
		final ImagePlus colours = IJ.openImage(folder.resolve("rgb_x2.tif").toString());
		assertArrayEquals(new int[] { 48, 40, 1, 2, 1 }, colours.getDimensions());
		assertEquals(24, colours.getBitDepth());
	}

	/** One for each channel: what follows the second semicolon is options. */
	@Test
	void optionsMayHoldSemicolons() throws Exception {
		IJ.saveAsTiff(IJ.createImage("c", "16-bit composite-mode ramp", 24, 20, 2, 1, 1), folder.resolve("c.tif").toString());
		run("zero_shot_sr_image.ijm", "c.tif", "large.tif", QUICK + " kernel=linear;bicubic");
		final String record = IJ.openImage(folder.resolve("large.tif").toString()).getInfoProperty();
		assertTrue(record.contains(" kernel=linear;bicubic "), record);
	}

	/** Slices with the noise of two cameras; each is what the command gives for it alone. */
	@Test
	void aStackSliceBySliceWithItsNoise() throws Exception {
		final Random random = new Random(1);
		final ImageStack slices = new ImageStack(96, 80);
		for (int z = 0; z < 2; z++) {
			final ShortProcessor slice = new ShortProcessor(96, 80);
			for (int i = 0; i < 96 * 80; i++) {
				final double mean = 500 + 300 * (i % 96 / 16);
				slice.set(i, (int) (mean + Math.sqrt((1 + 4 * z) * mean) * random.nextGaussian()));
			}
			slices.addSlice("slice " + z, slice);
		}
		final ImagePlus image = new ImagePlus("stack", slices);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("um");
		IJ.saveAsTiff(image, folder.resolve("stack.tif").toString());
		run("zero_shot_sr_noisy_stack.ijm", "stack.tif", "large.tif", QUICK);
		final ImagePlus large = IJ.openImage(folder.resolve("large.tif").toString());
		assertArrayEquals(new int[] { 192, 160, 1, 2, 1 }, large.getDimensions());
		assertEquals(0.25, large.getCalibration().pixelWidth);
		assertEquals("slice 1", large.getStack().getSliceLabel(2));
		for (int z = 1; z <= 2; z++) {
			IJ.saveAsTiff(new ImagePlus("slice", slices.getProcessor(z)), folder.resolve("slice.tif").toString());
			run("zero_shot_sr_image.ijm", "slice.tif", "one.tif", QUICK + " noise=auto");
			assertArrayEquals((short[]) IJ.openImage(folder.resolve("one.tif").toString()).getProcessor().getPixels(),
				(short[]) large.getStack().getPixels(z));
			final String record = IJ.openImage(folder.resolve("one.tif").toString()).getInfoProperty();
			final Matcher gain = Pattern.compile("estimated noise=poisson:([0-9.]+)").matcher(record);
			assertTrue(gain.find(), record);
			assertEquals(1 + 4 * (z - 1), Double.parseDouble(gain.group(1)), 0.2 * (1 + 4 * (z - 1)));
		}
	}
}
