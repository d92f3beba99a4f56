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

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.tensorflow.TensorFlow;

/**
 * Prepares TensorFlow's native library before it is first used. TensorFlow reads some settings from the process's
 * environment alone, which Java cannot write, so they are set through the C library; a variable that the user has set
 * is left as it is.
 */
public final class TensorFlowRuntime {

	/** Environment variable for tests: TensorFlow says this on the error stream, and aborts, instead of being loaded. */
	private static final String TEST_ABORT = "ZERO_SHOT_SR_TEST_ABORT";
	private static final int STDERR = 2;
	/** Level of TensorFlow's own log: errors, of which the fatal ones end the process. */
	private static final String ERRORS = "2";

	private static final String CUDA_FOLDER = "/org/bytedeco/cuda/linux-x86_64/";

	/** What TensorFlow's GPU build opens while it trains, each after what it needs itself. */
	private static final String[] CUDA_LIBRARIES = { "libcudart.so.12", "libcublasLt.so.12", "libcublas.so.12",
		"libcufft.so.11", "libnvJitLink.so.12", "libcusparse.so.12", "libcusolver.so.11", "libnvrtc-builtins.so.12.6",
		"libnvrtc.so.12", "libcudnn_graph.so.9", "libcudnn_ops.so.9", "libcudnn_cnn.so.9", "libcudnn_adv.so.9",
		"libcudnn_heuristic.so.9", "libcudnn_engines_precompiled.so.9", "libcudnn_engines_runtime_compiled.so.9",
		"libcudnn.so.9" };

	/** The GPUs that CUDA shows to a process, in its numbering. */
	static final String VISIBLE_GPUS = "CUDA_VISIBLE_DEVICES";
	private static final String NO_GPU = "-1";

	private static boolean started;
	private static boolean hidesGpus;
	private static boolean verbose;
	private static boolean collected;

	private TensorFlowRuntime() {}

	/** Lets TensorFlow write its own log lines to the error stream; has an effect only before the first network. */
	public static synchronized void setVerbose(final boolean on) {
		verbose = on;
	}

	/** Somebody collects what this process says, and tells of it what matters: nothing is held back. */
	public static synchronized void setCollected() {
		collected = true;
	}

	/** Whether this process began on the CPU, and sees no GPU. */
	static synchronized boolean hidesGpus() {
		return hidesGpus;
	}

	/**
	 * Loads TensorFlow, and the CUDA libraries that are on the class path before it, unless the first network is for the
	 * CPU: such a process never sees a GPU, whose driver it does not even start.
	 *
	 * @param device of the first network
	 */
	static synchronized void start(final String device) {
		if (started) return;
		Natives.prepare();
		setEnvironment("TF_CPP_MIN_LOG_LEVEL", verbose ? "0" : ERRORS);
		setEnvironment("TF_ENABLE_ONEDNN_OPTS", "1");
		setEnvironment("TF_FORCE_GPU_ALLOW_GROWTH", "true");
		hidesGpus = device.equals("cpu");
		if (hidesGpus) setEnvironment(VISIBLE_GPUS, NO_GPU, true);
		else loadCuda();
		if (verbose || collected || Platform.isWindows()) load(device);
		else quietly(device);
		started = true;
	}

	private static void load(final String device) {
		if (System.getenv(TEST_ABORT) != null) abort(System.getenv(TEST_ABORT) + "\n");
		TensorFlow.version();
		DeviceChoice.firstRun(device);
	}

	/**
	 * Some lines of TensorFlow 2.18 ("MLIR V1 optimization pass is not enabled", the GPUs it found; the GPU build's
	 * "Unable to register cuDNN factory" as it loads) heed no setting, but come while it is loaded and with the first run
	 * in a process alone. So that run is one of nothing, and what is said meanwhile is printed later, without these.
	 */
	private static void quietly(final String device) {
		final ErrorsAside opened;
		try {
			opened = new ErrorsAside();
		}
		catch (final UncheckedIOException e) { // then the user reads all of it at once
			System.err.println(e.getMessage());
			load(device);
			return;
		}
		try (ErrorsAside aside = opened) {
			load(device);
			aside.done();
		}
	}

	private static void abort(final String words) {
		final NativeLibrary c = Platform.isWindows() ? NativeLibrary.getInstance("msvcrt") : NativeLibrary.getProcess();
		final byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
		c.getFunction(Platform.isWindows() ? "_write" : "write").invokeInt(new Object[] { STDERR, bytes, bytes.length });
		c.getFunction("abort").invokeVoid(new Object[0]);
	}

	/** Of TensorFlow; after a network has been made. */
	public static String version() {
		return TensorFlow.version();
	}

	private static void setEnvironment(final String name, final String value) {
		setEnvironment(name, value, false);
	}

	private static void setEnvironment(final String name, final String value, final boolean always) {
		if (!always && System.getenv(name) != null) return;
		if (Platform.isWindows()) Function.getFunction("msvcrt", "_putenv_s").invokeInt(new Object[] { name, value });
		else NativeLibrary.getProcess().getFunction("setenv").invokeInt(new Object[] { name, value, 1 });
	}

	/**
	 * The GPU build opens CUDA and cuDNN by name. Where they come with this program, loading them first, by path, lets it
	 * find them, so that a machine needs NVIDIA's driver alone. Where they do not (the CPU build, or CUDA installed in the
	 * system) there is nothing to load; without the driver they are of no use, and unpacking them (1.9 GB, once) would be
	 * in vain.
	 */
	private static void loadCuda() {
		if (!Natives.hasCuda(CUDA_FOLDER, CUDA_LIBRARIES[0])) return;
		try {
			NativeLibrary.getInstance("libcuda.so.1");
		}
		catch (final UnsatisfiedLinkError noDriver) {
			return;
		}
		final Path folder = Natives.cuda(CUDA_FOLDER, CUDA_LIBRARIES[0]);
		for (final String library : CUDA_LIBRARIES)
			System.load(folder.resolve(library).toString());
	}
}
