package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.resize.Resizes;

/** Trains a network on the examples of one image and keeps the weights that rebuild that image best. */
public final class Trainer {

	/** How often a run that diverged begins again, each time at a quarter of the rate. */
	private static final int RESTARTS = 4;
	private static final double LOWER = 0.25;
	private static final int LOSS_WINDOW = 20;
	/** Side of the crop that is shown while training, in pixels of the image. */
	private static final int PREVIEW = 64;

	private final Network network;
	private final TrainingSettings settings;
	private final TrainingMonitor monitor;

	private final List<Float> losses = new ArrayList<>();
	private final List<Integer> measuredSteps = new ArrayList<>();
	private final List<Double> gains = new ArrayList<>();

	public Trainer(final Network network, final TrainingSettings settings, final TrainingMonitor monitor) {
		this.network = network;
		this.settings = settings;
		this.monitor = monitor;
	}

	/**
	 * Trains from the network's present weights and leaves the best ones in it.
	 *
	 * @param sources planes in working units that fathers are made of; the first is the image itself
	 * @throws IllegalStateException when the loss diverges at every rate
	 */
	public Training train(final List<Plane> sources) {
		final float[][] start = network.weights();
		final Reconstruction reconstruction = new Reconstruction(sources.get(0), settings.factor(), settings.kernel(),
			settings.noise());
		double rate = settings.rate();
		for (int attempt = 0; attempt <= RESTARTS; attempt++, rate *= LOWER) {
			network.setWeights(start);
			final double gain = attempt(sources, reconstruction, settings.schedule(rate));
			if (!Double.isNaN(gain)) return new Training(losses.size(), gain, floats(losses), measuredSteps.stream()
				.mapToInt(i -> i).toArray(), gains.stream().mapToDouble(d -> d).toArray());
			if (attempt < RESTARTS) monitor.note("Training failed at learning rate " + rate +
				" (the loss is no number, or the network is dead); it begins again at a quarter of it");
		}
		throw new IllegalStateException("training failed at every learning rate from " + settings.rate() + " to " + rate /
			LOWER + " (the loss is no number, or the network is dead); are there extreme values in the image? Else try another seed, fewer layers or more features");
	}

	/** One run of the schedule; the gain of the weights it kept, or NaN when the loss diverged. */
	private double attempt(final List<Plane> sources, final Reconstruction reconstruction, final Schedule schedule) {
		final ExamplePool pool = new ExamplePool(sources, settings.factor(), settings.kernel(), settings.noise(), settings
			.augmentation(), settings.crop(), settings.seed());
		final float[] recent = new float[LOSS_WINDOW];
		double best = Double.NEGATIVE_INFINITY;
		float[][] bestWeights = null;
		final ExecutorService background = Executors.newSingleThreadExecutor(r -> {
			final Thread thread = new Thread(r, "zero-shot-sr examples");
			thread.setDaemon(true);
			return thread;
		});
		try {
			Future<Example> next = background.submit(pool::next);
			boolean goOn = true;
			boolean alive = false;
			for (int step = 0;; step++) {
				final double rate = goOn ? schedule.rate(step) : 0;
				if (rate <= 0 || schedule.measures(step)) {
					final Reconstruction.Measure measure = reconstruction.measure(network);
					final double gain = measure.gain();
					// the published start of a deep network is so weak that at first it changes nothing, either
					final boolean dies = measure.dead() && (alive || rate <= 0 && goOn);
					if (Double.isNaN(gain) || dies) return Double.NaN;
					alive |= !measure.dead();
					measuredSteps.add(losses.size());
					gains.add(gain);
					schedule.measured(step, Math.pow(10, -gain / 10));
					if (gain > best) {
						best = gain;
						bestWeights = network.weights();
					}
				}
				if (rate <= 0) break;
				final Example example = next.get();
				next = background.submit(pool::next);
				final Plane input = example.input();
				final float loss = network.train(input.interleaved(), example.target().interleaved(), 1, input.height,
					input.width, rate);
				if (!Float.isFinite(loss)) return Double.NaN;
				losses.add(loss);
				recent[step % LOSS_WINDOW] = loss;
				if (monitor.wantsPreview()) preview(sources.get(0));
				goOn = monitor.stepped(step + 1, schedule.maxSteps(), mean(recent, step + 1), best);
			}
			network.setWeights(bestWeights);
			return best;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new java.util.concurrent.CancellationException("interrupted");
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException("no example could be made: " + e.getCause().getMessage(), e.getCause());
		}
		finally {
			background.shutdownNow();
		}
	}

	private void preview(final Plane image) {
		final Plane crop = image.crop(Structure.best(image, PREVIEW));
		final Plane bicubic = Resizes.enlarge(crop.height, crop.width, settings.factor()).apply(crop);
		monitor.preview(bicubic, Plane.ofInterleaved(bicubic.channels, bicubic.height, bicubic.width, network.apply(bicubic
			.interleaved(), bicubic.height, bicubic.width)));
	}

	private static double mean(final float[] recent, final int count) {
		final int n = Math.min(count, recent.length);
		double sum = 0;
		for (final float loss : Arrays.copyOf(recent, n))
			sum += loss;
		return sum / n;
	}

	private static float[] floats(final List<Float> list) {
		final float[] array = new float[list.size()];
		for (int i = 0; i < array.length; i++)
			array[i] = list.get(i);
		return array;
	}
}
