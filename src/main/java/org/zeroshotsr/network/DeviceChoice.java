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
import org.zeroshotsr.network.NetworkSpec.Precision;

/**
 * Which device a network is placed on, and what it computes in there.
 *
 * @param gpu       the GPU's number, or -1 for the CPU
 * @param precision FLOAT32 or BFLOAT16
 */
record DeviceChoice(int gpu, Precision precision) {

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

	/** The first run in a process: it makes TensorFlow's threads and finds the GPUs; a GPU that fails does not matter yet. */
	static void firstRun() {
		probe(0);
	}

	private static int gpu(final String device) {
		switch (device) {
			case "cpu":
				return -1;
			case "auto":
				return probe(0) == null ? 0 : -1;
			default:
				final int gpu = device.equals("gpu") ? 0 : Integer.parseInt(device.substring("gpu:".length()));
				final RuntimeException missing = probe(gpu);
				if (missing != null) throw new DeviceException("device " + device + " is not available: " + Cuda
					.diagnosis() + ". Use device cpu or auto to run without it.", missing);
				return gpu;
		}
	}

	/** Runs one operation on a GPU; null when that works, else why not. */
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

	/** Operations made with the result are placed on this device. */
	Ops place(final Ops tf) {
		final DeviceSpec.DeviceType type = gpu < 0 ? DeviceSpec.DeviceType.CPU : DeviceSpec.DeviceType.GPU;
		return tf.withDevice(DeviceSpec.newBuilder().deviceType(type).deviceIndex(Math.max(0, gpu)).build());
	}

	/** One thread a core, GPU memory taken as it is needed, no silent move to another device. */
	ConfigProto config() {
		final int cores = Runtime.getRuntime().availableProcessors();
		final ConfigProto.Builder config = ConfigProto.newBuilder().setIntraOpParallelismThreads(cores)
			.setInterOpParallelismThreads(2).setAllowSoftPlacement(false).setGpuOptions(GPUOptions.newBuilder()
				.setAllowGrowth(true));
		if (gpu < 0) config.putDeviceCount("GPU", 0);
		return config.build();
	}
}
