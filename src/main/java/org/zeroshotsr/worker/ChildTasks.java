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

import java.util.Map;

import org.apposed.appose.GroovyWorker;
import org.apposed.appose.NDArray;
import org.apposed.appose.SharedMemory;
import org.apposed.appose.util.Types;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.network.LoadFailure;

/**
 * What the parent's tasks call in the training process. One of the first four runs at a time; {@link #finish} and
 * {@link #preview} come in between. What goes wrong is put into the task's outputs, as {@code failure} and
 * {@code message}.
 */
public final class ChildTasks {

	private static NDArray in;
	private static NDArray out;
	private static Engine engine;
	private static Plane plane;
	private static Plane mosaic;

	private ChildTasks() {}

	/** Nothing: whoever calls it knows that the process has started. */
	public static void start() {}

	/** Takes over the memory that pixels pass through: its name goes at once, so that nothing remains of it whoever dies. */
	public static void share(final GroovyWorker.Task task, final NDArray newIn, final NDArray newOut) {
		guard(task, () -> {
			in = newIn;
			out = newOut;
			// unlink() closes what it is called on, hence a second view
			for (final NDArray array : new NDArray[] { in, out })
				SharedMemory.attach(array.shm().name(), array.shm().rsize()).unlink();
		});
	}

	/** Makes the engine for planes of one size, in place of the one before. */
	public static void make(final GroovyWorker.Task task, final Map<String, Object> recipe, final int channels,
		final int height, final int width)
	{
		guard(task, () -> {
			closeEngine();
			engine = new LocalEngine(Wire.recipe(recipe), channels, height, width);
			plane = new Plane(channels, height, width);
		});
	}

	/** Enlarges the plane in shared memory. {@code serial} is the plane's own number in this process. */
	public static void upscale(final GroovyWorker.Task task, final int serial, final String start, final int height,
		final int width)
	{
		guard(task, () -> {
			SharedPlanes.floats(in).get(0, plane.data);
			final Output output = Output.into(SharedPlanes.floats(out), height, width);
			task.outputs.put("outcome", Wire.outcome(engine.upscale(plane, Engine.Start.valueOf(start), output, new ChildProgress(task, serial))));
			putFacts(task);
		});
	}

	/** Enlarges each of the planes that lie in shared memory one below the other. */
	public static void enlargeEach(final GroovyWorker.Task task, final int serial, final int count, final int rows, final int width,
		final int height)
	{
		guard(task, () -> {
			final Plane planes = new Plane(plane.channels, rows, width);
			SharedPlanes.floats(in).get(0, planes.data);
			task.outputs.put("rms", Numbers.text(engine.enlargeEach(planes, count, Output.into(SharedPlanes.floats(out), height, width),
				new ChildProgress(task, serial))));
			putFacts(task);
		});
	}

	private static void putFacts(final GroovyWorker.Task task) {
		task.outputs.put("device", engine.device());
		task.outputs.put("precision", engine.precision());
		task.outputs.put("tensorflow", engine.tensorflow());
	}

	/** A mosaic of this size will come, part by part. */
	public static void mosaic(final GroovyWorker.Task task, final int channels, final int height, final int width) {
		guard(task, () -> mosaic = new Plane(channels, height, width));
	}

	/** A part of the mosaic's samples is in shared memory. */
	public static void collect(final GroovyWorker.Task task, final int from, final int count) {
		guard(task, () -> SharedPlanes.floats(in).get(0, mosaic.data, from, count));
	}

	/** Trains a network for several planes on the mosaic. */
	public static void learn(final GroovyWorker.Task task, final int serial, final String steps) {
		guard(task, () -> {
			task.outputs.put("trainings", Wire.trainings(engine.learn(mosaic, Numbers.doubles(steps)[0], new ChildProgress(task,
				serial))));
			mosaic = null;
		});
	}

	/** What the next planes' work goes on from. */
	public static void memory(final GroovyWorker.Task task) {
		guard(task, () -> {
			final Engine.Memory memory = engine.memory();
			if (memory != null) task.outputs.put("memory", Wire.memory(memory));
		});
	}

	/** Goes on from that of another engine. */
	public static void remember(final GroovyWorker.Task task, final Map<String, Object> memory) {
		guard(task, () -> engine.remember(Wire.memory(memory)));
	}

	/** Frees what the engine holds. */
	public static void close(final GroovyWorker.Task task) {
		guard(task, ChildTasks::closeEngine);
	}

	/** Training on the plane of this number is to end with the best weights so far. */
	public static void finish(final int serial) {
		ChildProgress.finish(serial);
	}

	/** A preview is wanted. */
	public static void preview() {
		ChildProgress.wantPreview();
	}

	private static void closeEngine() {
		if (engine != null) engine.close();
		engine = null;
		plane = null;
	}

	private static void guard(final GroovyWorker.Task task, final Runnable work) {
		try {
			work.run();
		}
		catch (final BadInput e) {
			fail(task, Failure.ARGUMENT, e, e.getMessage());
		}
		catch (final DeviceException e) {
			fail(task, Failure.DEVICE, e, e.getMessage());
		}
		catch (final LinkageError e) {
			fail(task, Failure.NATIVE, e, LoadFailure.of(e));
		}
		catch (final RuntimeException | Error e) {
			fail(task, Failure.OTHER, e, e instanceof IllegalStateException ? e.getMessage() : e.toString());
		}
	}

	private static void fail(final GroovyWorker.Task task, final Failure failure, final Throwable e, final String message) {
		task.outputs.put("failure", failure.name());
		task.outputs.put("message", String.valueOf(message));
		task.outputs.put("trace", Types.stackTrace(e));
	}
}
