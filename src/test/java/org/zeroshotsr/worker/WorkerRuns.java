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
package org.zeroshotsr.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.run.Engine;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** What the tests of the training process share: small images, small networks, and a look at processes and memory. */
public final class WorkerRuns {

	static final Options SMALL = Options.defaults().with(Option.DEPTH, "3").with(Option.WIDTH, "8").with(Option.STEPS,
		"12").with(Option.CROP, "16").with(Option.DEVICE, "cpu").with(Option.PRECISION, "float32").with(Option.SEED, "7").with(
			Option.PRESET, "ideal").with(Option.FALLBACK, "off");
	/** Never ends by itself within a test. */
	static final Options LONG = SMALL.with(Option.STEPS, "100000");

	/** Names of the jars that lib/zero-shot-sr has to hold. */
	static final List<String> LIB = List.of("tensorflow-core-api", "tensorflow-core-native", "ndarray", "javacpp",
		"protobuf-java", "jna", "jna-platform", "appose", "groovy", "groovy-json");

	private WorkerRuns() {}

	/** Blobs and noise, 24 rows, 30 columns and so many planes. */
	static ArrayImg<FloatType, FloatArray> image(final int planes) {
		final Random random = new Random(5);
		final float[] data = new float[30 * 24 * planes];
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (500 + 300 * Math.sin(i % 30 / 2.3) * Math.cos(i / 30 / 1.7) + 20 * random.nextGaussian());
		return ArrayImgs.floats(data, 30, 24, planes);
	}

	static Result<FloatType> run(final Options options, final int planes, final Progress progress,
		final Engine.Maker maker)
	{
		return ZeroShotSR.upscale(image(planes), "XYZ", options, progress, maker);
	}

	static Result<FloatType> mapped(final Options options, final int planes, final Engine.Maker maker) {
		return ZeroShotSR.upscale(image(planes), "XYZ", options, Layer.maps(), Progress.NONE, maker);
	}

	static float[] samples(final Result<FloatType> result) {
		return samples(result.image());
	}

	static float[] samples(final PlanarImg<FloatType, ?> image) {
		final float[] all = new float[(int) image.size()];
		int i = 0;
		for (final FloatType t : image)
			all[i++] = t.get();
		return all;
	}

	static int hash(final Result<FloatType> result) {
		return Arrays.hashCode(samples(result));
	}

	/** Training processes of this JVM. */
	static List<ProcessHandle> children() {
		return children(ProcessHandle.current());
	}

	static List<ProcessHandle> children(final ProcessHandle parent) {
		return parent.children().filter(h -> h.isAlive() && h.info().commandLine().orElse("").contains(ChildMain.class
			.getName())).toList();
	}

	/** Ends the process that another test of this JVM may have left to the next one. */
	public static void endSharedProcess() {
		WorkerPool.SHARED.take(WorkerHome.find(), 1, 1).kill();
	}

	/** Appose's shared memory that a process has mapped, with " (deleted)" where it has no name any more. */
	static List<String> sharedMemory(final long pid) {
		try (Stream<String> maps = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
			return maps.filter(line -> line.contains("/dev/shm/" + SharedName.START)).map(line -> line.substring(line.indexOf("/dev/shm")))
				.toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static boolean onLinux() {
		return Files.isDirectory(Path.of("/dev/shm")) && Files.isReadable(Path.of("/proc/self/maps"));
	}

	/** Fills a folder as {@code lib/zero-shot-sr}, by links to the jars of this JVM's class path. */
	static Path lib(final Path folder) throws IOException {
		Files.createDirectories(folder);
		try (Stream<Path> old = Files.list(folder)) {
			for (final Path link : old.toList())
				Files.delete(link);
		}
		for (final Path jar : classPath())
			if (LIB.stream().anyMatch(name -> jar.getFileName().toString().matches(name + "-\\d.*"))) Files.createSymbolicLink(
				folder.resolve(jar.getFileName()), jar);
		return folder;
	}

	static List<Path> classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator"))).map(Path::of)
			.toList();
	}

	/** Does something once, at the first update whose stage begins so. */
	static Progress at(final String stage, final Runnable action) {
		return new Progress() {

			private boolean done;

			@Override
			public void update(final Status status) {
				if (done || !status.stage().startsWith(stage)) return;
				done = true;
				action.run();
			}
		};
	}

	/** Cancels at the first update whose stage begins so. */
	static Progress cancelAt(final String stage) {
		return new Progress() {

			private boolean canceled;

			@Override
			public void update(final Status status) {
				canceled |= status.stage().startsWith(stage);
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
	}
}
