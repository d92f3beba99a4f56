package org.zeroshotsr.stack;

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.enlarge.EnlargeSettings;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.Trainer;
import org.zeroshotsr.train.Training;
import org.zeroshotsr.train.TrainingMonitor;
import org.zeroshotsr.train.TrainingSettings;

/**
 * Trains a network on one plane and enlarges that plane with it; gradually (Shocher, Cohen, Irani 2018, section 3.2) in
 * several stages, each of whose results joins the sources of fathers for the next. Remembers each stage's weights, so
 * that the next plane of a stack can go on from there.
 */
public final class PlaneUpscaler {

	/** A plane that goes on from the weights of the plane before takes this share of the steps. */
	public static final double WARM_STEPS = 0.15;
	/** Trained weights, of the plane or the stage before, are trained on at this share of the rate. */
	private static final double TRAINED_RATE = 0.5;

	/** What the work on a plane tells while it runs. */
	public interface Monitor extends TrainingMonitor {

		/** A stage begins; {@code stage} counts from 0. */
		void stage(int stage, int stages, Factor factor);

		/** Passes through the network while the result is computed. */
		void passed(int passes, int of);

		/**
		 * Called several times a second while another process is at work; throws
		 * {@link java.util.concurrent.CancellationException} to stop.
		 *
		 * @param what what is waited for, in words for the user, where nothing else tells; or null
		 */
		default void waiting(final String what) {}
	}

	/**
	 * What became of a plane.
	 *
	 * @param trainings one for each stage
	 * @param rms       root mean square difference of the input and the shrunken result, in working units
	 */
	public record Outcome(List<Training> trainings, double rms) {}

	private final Network network;
	private final float[][] initial;
	private final PlaneSettings settings;
	private final float[][][] learnt;

	public PlaneUpscaler(final Network network, final float[][] initial, final PlaneSettings settings) {
		this.network = network;
		this.initial = initial;
		this.settings = settings;
		learnt = new float[settings.stages().size()][][];
	}

	/** How many training steps a plane takes in all, at most. */
	public static int steps(final int steps, final int stages, final boolean warm) {
		return stages * (warm ? warmSteps(steps) : steps);
	}

	private static int warmSteps(final int steps) {
		return Math.max(1, (int) (steps * WARM_STEPS));
	}

	/**
	 * Trains and enlarges.
	 *
	 * @param plane  in working units
	 * @param noise  noise of the plane in working units, or null
	 * @param warm   whether to go on from the weights of the last plane, where there was one
	 * @param output takes the result
	 */
	public Outcome upscale(final Plane plane, final NoiseModel noise, final boolean warm, final Output output,
		final Monitor monitor)
	{
		final List<Training> trainings = new ArrayList<>();
		final List<Plane> sources = new ArrayList<>(List.of(plane));
		final int stages = settings.stages().size();
		float[][] weights = initial;
		for (int stage = 0;; stage++) {
			final Factor factor = settings.stages().get(stage);
			monitor.stage(stage, stages, factor);
			TrainingSettings training = settings.training().with(factor, noise);
			if (warm && learnt[stage] != null) {
				weights = learnt[stage];
				training = training.with(warmSteps(training.steps()), training.rate() * TRAINED_RATE);
			}
			else if (stage > 0) training = training.with(training.steps(), training.rate() * TRAINED_RATE);
			network.setWeights(weights);
			trainings.add(new Trainer(network, training, monitor).train(sources));
			weights = network.weights();
			learnt[stage] = weights;
			final EnlargeSettings e = settings.enlarge();
			final Enlarger enlarger = new Enlarger(network, new EnlargeSettings(factor, e.kernel(), e.ensemble(), e
				.backProjection(), noise, e.tile()), plane.height, plane.width);
			if (stage == stages - 1) return new Outcome(trainings, enlarger.enlarge(plane, output, monitor::passed));
			final Plane result = new Plane(plane.channels, factor.height(plane.height), factor.width(plane.width));
			enlarger.enlarge(plane, Output.into(result), monitor::passed);
			sources.add(result);
		}
	}
}
