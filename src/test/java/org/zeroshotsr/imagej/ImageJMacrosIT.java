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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.run.Estimation;

/** Macros in a real ImageJ with {@code -batch}, those of this project included; TensorFlow is in ImageJ's child. */
class ImageJMacrosIT {

	private static final String QUICK = "steps=3 depth=3 width=8 ensemble=1 precision=float32 device=cpu";
	private static final Path NUCLEI = Path.of("test-images/nuclei_2ch_zstack_16bit.tif").toAbsolutePath();
	private static final Path BEADS = Path.of("test-images/beads_16bit.tif").toAbsolutePath();

	@TempDir
	private static Path home;
	private static VirtualDisplay display;
	private static ImageJFolder imagej;

	@TempDir
	private Path folder;

	/** Before each, and not all: without a display each of them is to be reported as skipped. */
	@BeforeEach
	void start() throws Exception {
		if (display == null) display = VirtualDisplay.open();
		if (imagej == null) imagej = new ImageJFolder(home);
	}

	@AfterAll
	static void stop() {
		if (display != null) display.close();
	}

	@Test
	void selectionsVariablesAndTheBicubicEnlargement() throws Exception {
		final String output = imagej.batch(display, """
			open('%s');
			open('%s');
			selectImage('beads_16bit.tif');
			run('Zero-Shot SR', 'scale=2 %s');
			print('1 ' + getTitle() + ' ' + getWidth() + ' ' + getHeight() + ' ' + nImages);
			selectImage('nuclei_2ch_zstack_16bit.tif');
			makeOval(10, 20, 30, 24);
			factor = 3;
			run('Zero-Shot SR', 'scale=&factor bicubic=true %s');
			print('2 ' + getTitle() + ' ' + getWidth() + ' ' + getHeight() + ' ' + nSlices + ' ' + nImages);
			selectImage('nuclei_2ch_zstack_16bit-bicubic.tif');
			print('3 ' + getWidth() + ' ' + getHeight() + ' ' + nSlices);
			selectImage('beads_16bit.tif');
			run('Zero-Shot SR', 'scale=[1x2] %s');
			print('4 ' + getTitle() + ' ' + getWidth() + ' ' + getHeight() + ' ' + nImages);
			""".formatted(BEADS, NUCLEI, QUICK, QUICK, QUICK));
		final List<String> lines = output.lines().filter(line -> line.matches("\\d .*")).toList();
		assertEquals(List.of("1 beads_16bit-1.tif 192 192 3", "2 nuclei_2ch_zstack_16bit-1.tif 90 72 12 5", "3 90 72 12",
			"4 beads_16bit-2.tif 192 96 6"), lines, output);
	}

	@Test
	void wrongOptionsAreNamedAndStopTheMacro() throws Exception {
		final String[] wrong = { "sclae=2", "scale=oops", "scale=2,5", "steps=7.9", "ensemble=3", "seed=",
			"kernel=[file:none.csv]", "scale", "bicubic=yes", "scale=2 scale=3", "noise=&unknown", "Scale=2" };
		final StringBuilder macro = new StringBuilder("open('" + BEADS + "');\n");
		for (final String options : wrong)
			macro.append("print('> ' + call('ij.Macro.eval', \"run('Zero-Shot SR', '" + options + "');\") + nImages);\n");
		macro.append("run('Zero-Shot SR', 'scale=0.5');\nprint('WENT ON');\n");
		final String output = imagej.batch(display, macro.toString());
		final List<String> answers = output.lines().filter(line -> line.startsWith("> ")).toList();
		assertEquals(wrong.length, answers.size(), output);
		for (int i = 0; i < wrong.length; i++) {
			final String key = wrong[i].substring(wrong[i].lastIndexOf(' ') + 1).split("=")[0];
			final String answer = answers.get(i);
			assertTrue(answer.startsWith("> Zero-Shot SR: ") && answer.contains(key), wrong[i] + ": " + answer);
			assertTrue(answer.endsWith("1"), wrong[i] + " made an image: " + answer);
		}
		assertTrue(output.contains("scale: '0.5' is not possible"), output);
		assertFalse(output.contains("WENT ON"), output);
	}

	@Test
	void aFolderWithDamagedFiles() throws Exception {
		final Path in = Files.createDirectories(folder.resolve("in"));
		Files.copy(BEADS, in.resolve("a bead.tif"));
		Files.write(in.resolve("cut.tif"), Arrays.copyOf(Files.readAllBytes(BEADS), 5000));
		Files.writeString(in.resolve("none.png"), "no image");
		Files.writeString(in.resolve("notes.txt"), "not to be touched");
		IJ.saveAsTiff(slices(), in.resolve("stack.tif").toString());
		final Path out = folder.resolve("out");
		final Path macro = Path.of("macros/zero_shot_sr_folder.ijm");
		final String argument = in + ";" + out + ";scale=2 " + QUICK;
		final String first = imagej.failingBatch(display, macro, argument);
		assertTrue(first.contains("2 done, 2 failed") && first.contains("cut.tif is truncated"), first);
		final List<String> table = Files.readAllLines(out.resolve("zero_shot_sr.csv"));
		assertEquals(5, table.size());
		assertTrue(table.get(1).startsWith("\"a bead.tif\",\"a bead.tif\",192,192,1,"), table.get(1));
		try (Stream<Path> files = Files.list(out)) {
			assertEquals(List.of("a bead.tif", "stack.tif", "zero_shot_sr.csv", "zero_shot_sr.log"), files.map(f -> f
				.getFileName().toString()).sorted().toList());
		}
		final String second = imagej.failingBatch(display, macro, argument);
		assertTrue(second.contains("a bead.tif: skipped") && second.contains("0 done, 2 failed"), second);
		for (final String name : List.of("zero_shot_sr_image.ijm", "zero_shot_sr_noisy_stack.ijm")) {
			final String one = imagej.failingBatch(display, Path.of("macros", name), in.resolve("cut.tif") + ";" + folder.resolve(
				"cut_x2.tif") + ";scale=2 " + QUICK);
			assertTrue(one.lines().anyMatch(line -> line.startsWith("ERROR: ") && line.contains("cut.tif is truncated")), one);
			assertFalse(one.contains("Saved") || Files.exists(folder.resolve("cut_x2.tif")), one);
		}
	}

	/** What once went on with half a file, and what waited in a dialog. */
	@Test
	void failuresAreExitCodes() throws Exception {
		final Path cut = Files.write(folder.resolve("cut's; $.tif"), Arrays.copyOf(Files.readAllBytes(BEADS), 5000));
		final Path large = folder.resolve("large.tif");
		for (final String macro : List.of("image", "noisy_stack")) {
			final String said = imagej.failingBatch(display, Path.of("macros/zero_shot_sr_" + macro + ".ijm"), "|" + cut + "|" +
				large + "|scale=2 " + QUICK);
			assertTrue(said.lines().anyMatch(line -> line.startsWith("ERROR: ") && line.contains("cut's; $.tif is truncated")),
				said);
			assertFalse(said.contains("Saved"), said);
		}
		final String unsaved = imagej.failingBatch(display, Path.of("macros/zero_shot_sr_image.ijm"), BEADS + ";" + folder +
			"/none/large.tif;scale=2 " + QUICK);
		assertTrue(unsaved.lines().anyMatch(line -> line.startsWith("ERROR: the folder ")), unsaved);
		Files.createDirectories(folder.resolve("out/zero_shot_sr.csv"));
		final String table = imagej.failingBatch(display, Path.of("macros/zero_shot_sr_folder.ijm"), BEADS.getParent() + ";" +
			folder.resolve("out") + ";scale=2 " + QUICK);
		assertTrue(table.lines().anyMatch(line -> line.startsWith("ERROR: ") && line.contains("cannot be written")), table);
		assertFalse(Files.exists(large));
	}

	private static <T extends RealType<T> & NativeType<T>> String noise(final Pixels<T> image) {
		return Estimation.text(Estimation.noise(image.image(), image.axes()).get(0).model());
	}

	@Test
	void aNoisyStack() throws Exception {
		final ImagePlus stack = slices();
		IJ.saveAsTiff(stack, folder.resolve("stack.tif").toString());
		final String said = imagej.batch(display, Path.of("macros/zero_shot_sr_noisy_stack.ijm"), folder.resolve(
			"stack.tif") + ";" + folder.resolve("noisy.tif") + ";scale=2 " + QUICK);
		final ImagePlus noisy = IJ.openImage(folder.resolve("noisy.tif").toString());
		assertArrayEquals(new int[] { 192, 160, 1, 3, 1 }, noisy.getDimensions(), said);
		assertEquals(0.1, noisy.getCalibration().pixelWidth, 1e-6);
		assertEquals(stack.getStack().getSliceLabel(2), noisy.getStack().getSliceLabel(2));
		// the estimate of this slice alone
		final Pixels<?> slice = Pixels.of(new ImagePlus("slice", stack.getStack().getProcessor(2)));
		assertTrue(said.lines().anyMatch(line -> line.startsWith("Slice 2: RUN Zero-Shot SR") && line.contains(
			"; estimated noise=" + noise(slice) + " kernel=bicubic;")), said);
	}

	private static ImagePlus slices() {
		return new Duplicator().run(IJ.openImage(NUCLEI.toString()), 1, 1, 2, 4, 1, 1);
	}
}
