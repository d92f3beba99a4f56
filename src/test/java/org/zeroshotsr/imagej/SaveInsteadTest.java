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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;

/** Results that do not fit into the memory: here because of a copy that would be made of them. */
class SaveInsteadTest {

	private static final Choices CHOICES = new Choices(Options.defaults().with(java.util.Map.of("steps", "3", "depth", "3", "width",
		"8", "crop", "16", "ensemble", "1", "device", "cpu")), false, false, List.of(), "false");

	@TempDir
	private Path folder;

	private static ImagePlus stack() {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 3; i++)
			stack.addSlice("plane " + i, Samples.plane(16, 24, 20, i));
		return new ImagePlus("cells", stack);
	}

	private Upscaling.Made<ImagePlus> run(final ImagePlus image, final SaveInstead instead) {
		return new Upscaling(CHOICES, Progress.NONE, LocalEngine::new, instead).run(new Large<>(ImagePlusSource.of(image)));
	}

	@Test
	void theUserMayHaveAFileInsteadWhichIsShownPlaneByPlane() throws IOException {
		final Path file = folder.resolve("large.tif");
		final String[] asked = new String[2];
		final Upscaling.Made<ImagePlus> made = run(stack(), (why, title) -> {
			asked[0] = why.getMessage();
			asked[1] = title;
			return file;
		});
		assertTrue(asked[0].startsWith("there is not enough memory: the result needs "), asked[0]);
		assertEquals("cells", asked[1]);
		final ImagePlus expected = new Upscaling(CHOICES, Progress.NONE, LocalEngine::new).run(ImagePlusSource.of(stack()))
			.images().get(0);
		final ImagePlus image = made.images().get(0);
		assertEquals(3, image.getStackSize());
		assertEquals(3, made.report().planes().size());
		for (int i = 1; i <= 3; i++) {
			assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[]) image.getStack().getPixels(i));
			assertEquals("plane " + (i - 1), image.getStack().getSliceLabel(i));
		}
		assertTrue(image.getInfoProperty().contains("RUN Zero-Shot SR"));
	}

	@Test
	void whereNobodyIsAskedTheReasonSaysWhatMacrosCanDo() throws IOException {
		final String message = assertThrows(BadInput.class, () -> run(stack(), (why, title) -> null)).getMessage();
		assertTrue(message.startsWith("there is not enough memory") && message.contains("FileRun.enlarge"), message);
		final String name = assertThrows(java.io.UncheckedIOException.class, () -> run(stack(), (why, title) -> folder.resolve(
			"large.png"))).getMessage();
		assertTrue(name.contains("give it a name that ends in .tif"), name);
		try (java.util.stream.Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.toList());
		}
	}

	/** What cannot be done either way is not asked about. */
	@Test
	void whatIsWrongAnywayIsSaidAtOnce() {
		final boolean[] asked = new boolean[1];
		final ImagePlus tiny = new ImagePlus("tiny", Samples.plane(16, 24, 4, 1));
		assertTrue(assertThrows(BadInput.class, () -> run(tiny, (why, title) -> {
			asked[0] = true;
			return null;
		})).getMessage().contains("24 x 4"));
		assertFalse(asked[0]);
	}

	/** Of which a copy would be made that no memory holds. */
	private record Large<T extends RealType<T> & NativeType<T>>(Source<T, ImagePlus> source) implements Source<T, ImagePlus> {

		@Override
		public long copied(final long bytes) {
			return 1L << 50;
		}

		@Override
		public ImagePlus into(final Path file, final Options options, final Progress progress, final Engine.Maker maker,
			final Consumer<Report> report) throws IOException
		{
			return source.into(file, options, progress, maker, report);
		}

		@Override
		public RandomAccessibleInterval<T> pixels() {
			return source.pixels();
		}

		@Override
		public String axes() {
			return source.axes();
		}

		@Override
		public Acquisition acquisition() {
			return source.acquisition();
		}

		@Override
		public List<String> notes() {
			return source.notes();
		}

		@Override
		public String title() {
			return source.title();
		}

		@Override
		public ImagePlus enlarged(final PlanarImg<T, ?> result, final Growth growth, final String title, final String record) {
			return source.enlarged(result, growth, title, record);
		}

		@Override
		public ImagePlus map(final PlanarImg<FloatType, ?> map, final Growth growth, final String title, final String record) {
			return source.map(map, growth, title, record);
		}

		@Override
		public ImagePlus kernels(final PlanarImg<FloatType, ?> kernels, final Factor factor, final String title) {
			return source.kernels(kernels, factor, title);
		}
	}
}
