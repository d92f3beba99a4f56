package org.zeroshotsr.worker;

import java.util.Locale;

import org.zeroshotsr.options.Options;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;

/**
 * What Fiji is to the training process: run by the tests in a JVM of its own. Prints {@code hash=} of a result, and
 * {@code child=}, the process id of the training process.
 */
final class HostProgram {

	private HostProgram() {}

	/**
	 * "once": runs and ends. "forever": trains and does not end. "idle": runs and waits. Where TensorFlow 1 is on the class
	 * path, it is used before and after.
	 */
	public static void main(final String[] args) throws Exception {
		useTensorFlow1();
		final Options options = args[0].equals("forever") ? WorkerRuns.LONG : WorkerRuns.SMALL;
		final Progress child = WorkerRuns.at("training", () -> System.out.println("child=" + WorkerRuns.children().get(0)
			.pid()));
		ZeroShotSR.check(WorkerRuns.image(1), "XYZ", options);
		System.out.println("hash=" + WorkerRuns.hash(WorkerRuns.run(options, 1, child, WorkerEngine::new)));
		useTensorFlow1();
		if (args[0].equals("idle")) Thread.sleep(Long.MAX_VALUE);
	}

	/** Calls its native code. */
	private static void useTensorFlow1() throws ReflectiveOperationException {
		final Class<?> tensorFlow;
		try {
			tensorFlow = Class.forName("org.tensorflow.TensorFlow");
		}
		catch (final ClassNotFoundException e) {
			System.out.println("tensorflow=none");
			return;
		}
		System.out.println("tensorflow=" + tensorFlow.getMethod("version").invoke(null));
		final Object tensor = Class.forName("org.tensorflow.Tensors").getMethod("create", float.class).invoke(null, 3.5f);
		System.out.println(String.format(Locale.ROOT, "tensor=%s", tensor.getClass().getMethod("floatValue").invoke(
			tensor)));
	}
}
