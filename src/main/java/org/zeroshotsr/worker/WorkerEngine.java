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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apposed.appose.TaskEvent;
import org.zeroshotsr.run.Budget;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.train.Training;

/**
 * The engine in a process of its own, so that this one never loads TensorFlow: other plugins may have brought another
 * version, two of which cannot live in one process, and whatever ends the training leaves this process alone. The
 * training process is a JVM that Appose speaks with; planes pass through shared memory. It is kept for the next engine
 * for a minute, and ends with this process however that ends.
 * <p>
 * {@link #upscale} throws what {@link org.zeroshotsr.run.LocalEngine} would, and {@link WorkerException} where the training
 * process is at fault. When the run is to be canceled, the training process is killed at once.
 * </p>
 *
 * <pre>
 * ZeroShotSR.upscale(image, axes, options, progress, new Workers(0));
 * </pre>
 */
public final class WorkerEngine implements Engine {

	private static final String CALL = ChildTasks.class.getName() + ".";
	private static final String STARTING = "starting TensorFlow";
	private static final long CLOSE_SECONDS = 5;

	private final Recipe recipe;
	private final int channels;
	private final int height;
	private final int width;
	private final WorkerPool pool;

	private WorkerProcess process;
	private boolean made;
	private Memory remembered;
	private Map<String, Object> facts = Map.of();

	/**
	 * See {@link Engine.Maker#make}. Begins to start the process and does not wait for it.
	 *
	 * @throws WorkerException where the folder with TensorFlow is missing
	 */
	public WorkerEngine(final Recipe recipe, final int channels, final int height, final int width) {
		this(recipe, channels, height, width, WorkerHome.find().of(recipe), WorkerPool.SHARED);
	}

	/** With as much heap as the plane needs. */
	WorkerEngine(final Recipe recipe, final int channels, final int height, final int width, final WorkerHome home,
		final WorkerPool pool)
	{
		this(recipe, channels, height, width, home, pool, Workers.megabytes(Budget.heap(recipe, channels, height, width)));
	}

	WorkerEngine(final Recipe recipe, final int channels, final int height, final int width, final WorkerHome home,
		final WorkerPool pool, final int heap)
	{
		this.recipe = recipe;
		this.channels = channels;
		this.height = height;
		this.width = width;
		this.pool = pool;
		SharedPlanes.check(outSamples());
		process = pool.take(home, inSamples(), outSamples(), heap);
	}

	@Override
	public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
		if (!made) make(progress);
		run("mosaic(task, channels, height, width)", Map.of("channels", mosaic.channels, "height", mosaic.height, "width",
			mosaic.width), null, progress::checkCanceled);
		for (int from = 0; from < mosaic.data.length; from += inSamples()) {
			final int count = (int) Math.min(inSamples(), mosaic.data.length - from);
			process.planes().put(mosaic.data, from, count);
			run("collect(task, from, count)", Map.of("from", from, "count", count), null, progress::checkCanceled);
		}
		final int serial = process.nextSerial();
		return Wire.trainings(run("learn(task, serial, steps)", Map.of("serial", serial, "steps", Numbers.text(steps)), relay(serial,
			progress), progress::checkCanceled).get("trainings"));
	}

	private Relay relay(final int serial, final Progress progress) {
		final WorkerProcess p = process;
		return new Relay(progress, () -> p.tell(CALL + "finish(serial)", Map.of("serial", serial)), () -> p.tell(CALL + "preview()",
			Map.of()));
	}

	@Override
	public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
		if (!made) make(progress);
		final int outHeight = recipe.factor().height(height);
		final int outWidth = recipe.factor().width(width);
		final int serial = process.nextSerial();
		process.planes().put(plane.data, 0, plane.data.length);
		facts = run("upscale(task, serial, start, height, width)", Map.of("serial", serial, "start", start.name(), "height", outHeight,
			"width", outWidth), relay(serial, progress), progress::checkCanceled);
		process.planes().take(recipe.layers() * channels, outHeight, outWidth, output);
		return Wire.outcome((Map<?, ?>) facts.get("outcome"));
	}

	@Override
	public double enlargeEach(final Plane planes, final int count, final Output output, final Progress progress) {
		if (!made) make(progress);
		final int outHeight = count * recipe.factor().height(planes.height / count);
		final int serial = process.nextSerial();
		process.planes().put(planes.data, 0, planes.data.length);
		final Map<String, Object> inputs = new LinkedHashMap<>();
		inputs.put("serial", serial);
		inputs.put("count", count);
		inputs.put("rows", planes.height);
		inputs.put("width", planes.width);
		inputs.put("height", outHeight);
		facts = run("enlargeEach(task, serial, count, rows, width, height)", inputs, relay(serial, progress), progress::checkCanceled);
		process.planes().take(recipe.layers() * channels, outHeight, planes.width, output);
		return Numbers.doubles(facts.get("rms"))[0];
	}

	private void make(final Progress progress) {
		final Runnable waiting = () -> progress.update(Status.of(STARTING, 0, 1));
		// nothing is shared before there is somebody to share it with
		run("start()", Map.of(), null, waiting);
		final SharedPlanes planes = process.planes();
		if (!planes.isMade()) {
			process.call(() -> planes.make(inSamples(), outSamples()), waiting);
			run("share(task, planeIn, planeOut)", Map.of("planeIn", planes.in(), "planeOut", planes.out()), null, waiting);
			planes.taken();
		}
		final Map<String, Object> inputs = new LinkedHashMap<>();
		inputs.put("recipe", Wire.recipe(recipe));
		inputs.put("channels", channels);
		inputs.put("height", height);
		inputs.put("width", width);
		run("make(task, recipe, channels, height, width)", inputs, null, waiting);
		made = true;
		if (remembered != null) remember(remembered);
	}

	@Override
	public Memory memory() {
		if (!made) return remembered;
		final Object memory = run("memory(task)", Map.of(), null, () -> {}).get("memory");
		return memory == null ? null : Wire.memory((Map<?, ?>) memory);
	}

	/** Once the process is there. */
	@Override
	public void remember(final Memory memory) {
		remembered = memory;
		if (made) run("remember(task, memory)", Map.of("memory", Wire.memory(memory)), null, () -> {});
	}

	private long inSamples() {
		return (long) channels * height * width;
	}

	private long outSamples() {
		return (long) recipe.layers() * channels * recipe.factor().height(height) * recipe.factor().width(width);
	}

	private Map<String, Object> run(final String call, final Map<String, Object> inputs, final Consumer<TaskEvent> updates,
		final Runnable waiting)
	{
		return process.run(CALL + call, inputs, updates, waiting);
	}

	@Override
	public String device() {
		return (String) facts.get("device");
	}

	@Override
	public String precision() {
		return (String) facts.get("precision");
	}

	@Override
	public String tensorflow() {
		return (String) facts.get("tensorflow");
	}

	@Override
	public void abort() {
		if (process != null) discard(process);
	}

	private static void discard(final WorkerProcess p) {
		try {
			p.kill();
		}
		catch (final IllegalStateException e) {
			System.err.println("Zero-Shot SR: " + e.getMessage()); // memory that goes with this program
		}
	}

	/** Hands the training process on to the next engine. */
	@Override
	public void close() {
		final WorkerProcess p = process;
		process = null;
		if (p == null || p.isKilled()) return;
		final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
		try {
			p.run(CALL + "close(task)", Map.of(), null, () -> {
				if (System.nanoTime() > deadline) throw new WorkerException("The training process does not answer");
			});
			pool.giveBack(p);
		}
		catch (final RuntimeException e) {
			// the result is there, and the process of no use to the next: nothing is lost
			discard(p);
		}
	}
}
