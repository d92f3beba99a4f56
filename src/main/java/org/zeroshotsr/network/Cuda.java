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
package org.zeroshotsr.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;

/** What NVIDIA's driver says of itself and its GPUs (CUDA driver API), for messages and for the choice of precision. */
final class Cuda {

	private static final int COMPUTE_CAPABILITY_MAJOR = 75;

	private Cuda() {}

	/** The GPU's name, such as "NVIDIA H200". */
	static String name(final int gpu) {
		final byte[] name = new byte[256];
		call("cuDeviceGetName", name, name.length, device(gpu));
		return com.sun.jna.Native.toString(name);
	}

	/** Whether the GPU multiplies bfloat16 faster than float32: compute capability 8.0 (Ampere) and above. */
	static boolean hasFastBfloat16(final int gpu) {
		final IntByReference major = new IntByReference();
		call("cuDeviceGetAttribute", major, COMPUTE_CAPABILITY_MAJOR, device(gpu));
		return major.getValue() >= 8;
	}

	/** Whether there is a driver. */
	static boolean isInstalled() {
		try {
			NativeLibrary.getInstance(library());
			return true;
		}
		catch (final UnsatisfiedLinkError e) {
			return false;
		}
	}

	/** Why no GPU can be used, in a sentence for the user. */
	static String diagnosis() {
		try {
			call("cuInit", 0);
			final IntByReference count = new IntByReference();
			call("cuDeviceGetCount", count);
			if (count.getValue() == 0) return "NVIDIA's driver sees no GPU";
			return "NVIDIA's driver sees " + count.getValue() +
				" GPU(s), but TensorFlow has none of that number: it takes the GPU build (mvn package -Pgpu), CUDA 12 and cuDNN 9; run with --verbose to see what it missed";
		}
		catch (final UnsatisfiedLinkError e) {
			return "NVIDIA's driver (" + library() + ") is not installed";
		}
		catch (final IllegalStateException e) {
			return "NVIDIA's driver does not start (" + e.getMessage() + ")";
		}
	}

	private static int device(final int gpu) {
		call("cuInit", 0);
		final IntByReference device = new IntByReference();
		call("cuDeviceGet", device, gpu);
		return device.getValue();
	}

	private static String library() {
		return Platform.isWindows() ? "nvcuda" : "libcuda.so.1";
	}

	private static void call(final String function, final Object... arguments) {
		final Function f = NativeLibrary.getInstance(library()).getFunction(function);
		final int status = f.invokeInt(arguments);
		if (status != 0) throw new IllegalStateException(function + " failed with CUDA error " + status);
	}
}
