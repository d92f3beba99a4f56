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

import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.types.TFloat32;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.network.NetworkSpec.Precision;

/**
 * Which device a network is placed on, and what it computes in there.
 *
 * @param gpu       the GPU's number, or -1 for the CPU
 * @param precision FLOAT32 or BFLOAT16
 */
record DeviceChoice(int gpu, Precision precision) {

	/** Operations at a time, at most; their work is shared among all threads in any case. */
	private static final int INTER_OP = 2;

	/** The GPU that this process works on, or -1: what TensorFlow sees as its first cannot be another one later. */
	private static int process = -1;

	/**
	 * Finds the device that {@code spec} asks for.
	 *
	 * @throws DeviceException where a GPU is asked for and TensorFlow has none of that number
	 */
	static DeviceChoice of(final NetworkSpec spec) {
		final int gpu = gpu(spec.device());
		if (spec.precision() != Precision.AUTO) return new DeviceChoice(gpu, spec.precision());
		final boolean fast = gpu < 0 ? Processor.hasFastBfloat16() : Cuda.hasFastBfloat16(gpu);
		return new DeviceChoice(gpu, fast ? Precision.BFLOAT16 : Precision.FLOAT32);
	}

	/**
	 * The first run in a process: it makes TensorFlow's threads and finds the GPU, if one is asked for; one that fails does
	 * not matter yet.
	 */
	static void firstRun(final String device) {
		probe(number(device));
	}

	private static int gpu(final String device) {
		final int gpu = number(device);
		if (gpu < 0) return gpu;
		final boolean other = process >= 0 && gpu != process;
		final RuntimeException missing = other ? null : probe(gpu);
		if (missing == null && !other) {
			process = gpu;
			return gpu;
		}
		if (device.equals("auto")) return -1;
		throw new DeviceException("device " + device + " is not available: " + (other ? "this process works on GPU " + process +
			" already, and on no other" : TensorFlowRuntime.hidesGpus() && Cuda.isInstalled()
				? "NVIDIA's GPUs are hidden from this process, which began with device cpu" : Cuda.diagnosis()) +
			". Use device cpu or auto to run without it.", missing);
	}

	/** The GPU that is asked for, or -1 for the CPU; "auto" is the first GPU, if there is one. */
	private static int number(final String device) {
		if (device.equals("cpu")) return -1;
		return device.startsWith("gpu:") ? Integer.parseInt(device.substring("gpu:".length())) : 0;
	}

	/** Runs one operation on the device; null when that works, else why not. */
	private static RuntimeException probe(final int gpu) {
		final DeviceChoice choice = new DeviceChoice(gpu, Precision.FLOAT32);
		try (Graph graph = new Graph()) {
			final Constant<TFloat32> one = choice.place(Ops.create(graph)).constant(1f);
			try (Session session = new Session(graph, choice.config())) {
				session.runner().fetch(one).run().close();
				return null;
			}
		}
		catch (final TFInvalidArgumentException | TensorFlowException e) { // no such device; a GPU that fails
			return e;
		}
	}

	/** Operations made with the result are placed on this device: the only one of its kind that a session sees. */
	Ops place(final Ops tf) {
		final DeviceSpec.DeviceType type = gpu < 0 ? DeviceSpec.DeviceType.CPU : DeviceSpec.DeviceType.GPU;
		return tf.withDevice(DeviceSpec.newBuilder().deviceType(type).deviceIndex(0).build());
	}

	/**
	 * As many threads as there may be (the first session of a process decides for all of them), GPU memory taken as it is
	 * needed, no silent move to another device. TensorFlow makes a context on each GPU that a session sees: that is this
	 * one or none.
	 */
	ConfigProto config() {
		final int threads = Threads.count();
		final GPUOptions.Builder gpus = GPUOptions.newBuilder().setAllowGrowth(true);
		if (gpu >= 0) gpus.setVisibleDeviceList(String.valueOf(gpu));
		final ConfigProto.Builder config = ConfigProto.newBuilder().setIntraOpParallelismThreads(threads)
			.setInterOpParallelismThreads(Math.min(INTER_OP, threads)).setAllowSoftPlacement(false).setGpuOptions(gpus);
		if (gpu < 0) config.putDeviceCount("GPU", 0);
		return config.build();
	}

	/** What is reported: the device as it was asked for, and what the number of a GPU counts in. */
	String name() {
		return gpu < 0 ? "CPU" : name(System.getenv(TensorFlowRuntime.VISIBLE_GPUS));
	}

	private String name(final String visible) {
		return "GPU:" + gpu + " (" + Cuda.name(gpu) + (visible == null ? ")" : ", " + TensorFlowRuntime.VISIBLE_GPUS + "=" +
			visible + ")");
	}
}
