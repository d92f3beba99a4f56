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
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.Locale;

import org.apposed.appose.NDArray;
import org.apposed.appose.NDArray.DType;
import org.apposed.appose.NDArray.Shape;
import org.apposed.appose.SharedMemory;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;

/**
 * The shared memory that planes pass through, float32. It is made once for a training process, whose other planes have
 * to fit in: what a process has attached to by Appose is not given back before that process ends (appose 0.9.0 leaves a
 * file descriptor open).
 */
final class SharedPlanes implements AutoCloseable {

	/** The most samples that one buffer of bytes can hold. */
	private static final long MAX_SAMPLES = Integer.MAX_VALUE / Float.BYTES;
	/** Rows are taken out so many samples at a time. */
	private static final int BAND = 1 << 20;

	private final String name = SharedName.random();
	private NDArray in;
	private NDArray out;

	/** What the names of the memory begin with. */
	String name() {
		return name;
	}

	/** @throws IllegalArgumentException where an enlarged plane of so many samples is too large */
	static void check(final long samples) {
		if (samples > MAX_SAMPLES) throw new BadInput("scale: an enlarged plane would have " + samples +
			" samples, and only the command line can do more than " + MAX_SAMPLES +
			" (23170 x 23170 grey); choose a smaller scale, or enlarge part of the image");
	}

	boolean isMade() {
		return out != null;
	}

	/** Whether planes of so many samples fit, or memory can be made for them. */
	boolean fit(final long inSamples, final long outSamples) {
		return !isMade() || in.shape().numElements() >= inSamples && out.shape().numElements() >= outSamples;
	}

	/**
	 * Makes memory for planes of so many samples.
	 *
	 * @throws WorkerException where the system has no memory for it
	 */
	void make(final long inSamples, final long outSamples) {
		close();
		in = array(SharedName.in(name), inSamples);
		out = array(SharedName.out(name), outSamples);
	}

	private static NDArray array(final String name, final long samples) {
		final SharedMemory memory = SharedMemory.create(name, samples * Float.BYTES);
		memory.unlinkOnClose(true);
		boolean reserved = false;
		try {
			reserved = SharedName.reserve(name, samples * Float.BYTES);
			if (!reserved) throw new WorkerException(String.format(Locale.ROOT,
				"A plane of the image needs %.1f MB of shared memory and %s has %.1f MB left; enlarge part of the image, or give it more (in a container: --shm-size)",
				samples * Float.BYTES / 1e6, SharedName.SHM, free() / 1e6));
			return new NDArray(DType.FLOAT32, new Shape(Shape.Order.C_ORDER, (int) samples), memory);
		}
		finally {
			if (!reserved) memory.close();
		}
	}

	private static long free() {
		try {
			return Files.getFileStore(SharedName.SHM).getUsableSpace();
		}
		catch (final IOException e) {
			throw new WorkerException("The space in " + SharedName.SHM + " cannot be told: " + e.getMessage(), e);
		}
	}

	NDArray in() {
		return in;
	}

	NDArray out() {
		return out;
	}

	/** The training process has taken the memory over and removed its name. */
	void taken() {
		in.shm().unlinkOnClose(false);
		out.shm().unlinkOnClose(false);
	}

	void put(final float[] samples, final int from, final int count) {
		floats(in).put(samples, from, count);
	}

	/** Hands the result over in bands of rows. */
	void take(final int channels, final int height, final int width, final Output output) {
		final FloatBuffer result = floats(out);
		final int rows = Math.max(1, BAND / width / channels);
		for (int y = 0; y < height; y += rows) {
			final Plane band = new Plane(channels, Math.min(rows, height - y), width);
			for (int c = 0; c < channels; c++)
				result.get((c * height + y) * width, band.data, c * band.height * width, band.height * width);
			output.put(y, 0, band);
		}
	}

	/** The samples of shared memory, in either process. */
	static FloatBuffer floats(final NDArray array) {
		return array.buffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
	}

	@Override
	public void close() {
		final NDArray first = in;
		final NDArray second = out;
		in = null;
		out = null;
		try {
			if (first != null) first.close();
		}
		finally {
			if (second != null) second.close();
		}
	}
}
