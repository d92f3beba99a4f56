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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.zeroshotsr.worker.WorkerEngine;
import org.zeroshotsr.worker.WorkerRuns;

/** The command where no class of TensorFlow can be had, as in Fiji's own process. */
class WithoutTensorFlowTest {

	@Test
	void theCommandNeedsNoClassOfTensorFlow() throws Exception {
		final List<URL> jars = new ArrayList<>();
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator))
			if (!entry.contains("tensorflow") && !entry.contains("javacpp")) jars.add(Path.of(entry).toUri().toURL());
		// folders last: where one is first, SciJava thinks of Eclipse and writes its index of plugins anew
		jars.sort(Comparator.comparing(url -> url.getPath().endsWith("/")));
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader fiji = new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(fiji);
			assertThrows(ClassNotFoundException.class, () -> fiji.loadClass("org.tensorflow.TensorFlow"));
			final Class<?> inside = fiji.loadClass(Inside.class.getName());
			assertEquals("done", inside.getMethod("run").invoke(null));
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	/** What runs in that class loader: the training is the child's, whose class path has TensorFlow. */
	public static final class Inside {

		private Inside() {}

		public static String run() throws Exception {
			TestEngines.maker = WorkerEngine::new;
			try (Context context = new Context()) {
				final Dataset image = context.service(DatasetService.class).create(waves());
				image.setAxis(ImageJCommon.axis("X", "pixel", 1, 0), 0);
				image.setAxis(ImageJCommon.axis("Y", "pixel", 1, 0), 1);
				image.setName("plain");
				final CommandModule module = context.service(CommandService.class).run(ZeroShotSRCommand.class, true, "input",
					image, "scale", "2", "bicubic", "true", "steps", "3", "depth", "3", "width", "8", "ensemble", "1", "device", "cpu")
					.get();
				assertFalse(module.isCanceled(), module.getCancelReason());
				assertEquals(32, ((Dataset) module.getOutput("result")).dimension(0));
				return "done";
			}
			finally {
				WorkerRuns.endSharedProcess(); // of which no other test would know
			}
		}

		private static PlanarImg<UnsignedByteType, ?> waves() {
			final PlanarImg<UnsignedByteType, ?> image = PlanarImgs.unsignedBytes(16, 16);
			int i = 0;
			for (final UnsignedByteType pixel : image)
				pixel.set((int) (100 + 50 * Math.sin(i++ / 3.0)));
			return image;
		}
	}
}
