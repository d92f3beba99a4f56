package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.zeroshotsr.run.Engine;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.run.PlaneUpscaler;

/** For tests of front ends: a user who cancels at a certain stage of a run in the training process, and what is left then. */
public final class CanceledRuns {

	private CanceledRuns() {}

	/**
	 * A training process during whose work the user does something once.
	 *
	 * @param stage {@code starting}, {@code training}, {@code enlarging}, or {@code output}, when a plane has come back
	 */
	public static Engine.Maker worker(final String stage, final Runnable user) {
		WorkerRuns.endSharedProcess();
		final AtomicBoolean done = new AtomicBoolean();
		return (options, channels, height, width) -> new Watched(new WorkerEngine(options, channels, height, width), now -> {
			if (now.equals(stage) && !done.getAndSet(true)) user.run();
		});
	}

	/** Neither a process of this one's, nor shared memory. */
	public static void assertNothingIsLeft() {
		assertEquals(List.of(), WorkerRuns.children());
		if (WorkerRuns.onLinux()) assertEquals(List.of(), WorkerRuns.sharedMemory(ProcessHandle.current().pid()));
	}

	private interface Hook {

		void at(String stage);
	}

	private record Watched(Engine engine, Hook hook) implements Engine {

		@Override
		public PlaneUpscaler.Outcome upscale(final Plane plane, final boolean warm, final Output output,
			final PlaneUpscaler.Monitor monitor)
		{
			return engine.upscale(plane, warm, (y, x, part) -> {
				hook.at("output");
				output.put(y, x, part);
			}, watched(monitor));
		}

		private PlaneUpscaler.Monitor watched(final PlaneUpscaler.Monitor monitor) {
			return (PlaneUpscaler.Monitor) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {
				PlaneUpscaler.Monitor.class }, (proxy, method, arguments) -> {
					switch (method.getName()) {
						case "waiting" -> hook.at(arguments[0] == null ? "" : "starting");
						case "stepped" -> hook.at("training");
						case "passed" -> hook.at("enlarging");
						default -> hook.at("");
					}
					try {
						return method.invoke(monitor, arguments);
					}
					catch (final InvocationTargetException e) {
						throw e.getCause();
					}
				});
		}

		@Override
		public String device() {
			return engine.device();
		}

		@Override
		public String precision() {
			return engine.precision();
		}

		@Override
		public String tensorflow() {
			return engine.tensorflow();
		}

		@Override
		public void abort() {
			engine.abort();
		}

		@Override
		public void close() {
			engine.close();
		}
	}
}
