package org.zeroshotsr.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apposed.appose.TaskEvent;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.run.Recipe;

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
 * ZeroShotSR.upscale(image, axes, options, progress, WorkerEngine::new);
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
	private Map<String, Object> facts = Map.of();

	/**
	 * See {@link Engine.Maker#make}. Begins to start the process and does not wait for it.
	 *
	 * @throws WorkerException where the folder with TensorFlow is missing
	 */
	public WorkerEngine(final Recipe recipe, final int channels, final int height, final int width) {
		// another device or number of threads takes another process: TensorFlow keeps to those that it begins with
		this(recipe, channels, height, width, WorkerHome.find().with("-XX:ActiveProcessorCount=" + Threads.count(),
			"-Dzeroshotsr.device=" + recipe.device()), WorkerPool.SHARED);
	}

	WorkerEngine(final Recipe recipe, final int channels, final int height, final int width, final WorkerHome home,
		final WorkerPool pool)
	{
		this.recipe = recipe;
		this.channels = channels;
		this.height = height;
		this.width = width;
		this.pool = pool;
		SharedPlanes.check(outSamples());
		process = pool.take(home, inSamples(), outSamples());
	}

	@Override
	public Outcome upscale(final Plane plane, final boolean warm, final Output output,
		final Progress progress)
	{
		if (!made) make(progress);
		final int outHeight = recipe.factor().height(height);
		final int outWidth = recipe.factor().width(width);
		final int serial = process.nextSerial();
		process.planes().put(plane);
		final WorkerProcess p = process;
		final Relay relay = new Relay(progress, () -> p.tell(CALL + "finish(serial)", Map.of("serial", serial)), () -> p.tell(
			CALL + "preview()", Map.of()));
		facts = run("upscale(task, serial, warm, height, width)", Map.of("serial", serial, "warm", warm, "height", outHeight,
			"width", outWidth), relay, progress::checkCanceled);
		process.planes().take(channels, outHeight, outWidth, output);
		return Wire.outcome((Map<?, ?>) facts.get("outcome"));
	}

	private void make(final Progress progress) {
		final Runnable waiting = () -> progress.update(Status.of(STARTING, 0, 1));
		// nothing is shared before there is somebody to share it with
		run("start()", Map.of(), null, waiting);
		final SharedPlanes planes = process.planes();
		if (!planes.isMade()) {
			process.call(() -> {
				planes.make(inSamples(), outSamples());
				return null;
			});
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
	}

	private long inSamples() {
		return (long) channels * height * width;
	}

	private long outSamples() {
		return (long) channels * recipe.factor().height(height) * recipe.factor().width(width);
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
		if (process != null) process.kill();
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
		catch (final WorkerException e) {
			// the result is there and the process has been killed: nothing is lost
		}
	}
}
