package org.zeroshotsr.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.Course;
import org.zeroshotsr.train.Trainer;
import org.zeroshotsr.train.Training;

/**
 * Trains a network on one plane and enlarges that plane with it; gradually (Shocher, Cohen, Irani 2018, section 3.2) in
 * several stages, each of whose results joins the sources of fathers for the next. Where nothing is learnt the result is
 * bicubic, back-projected. Remembers each stage's weights, so that the next plane of a stack can go on from there.
 */
final class PlaneUpscaler implements AutoCloseable {

	/** What the user is told where training comes to nothing. */
	static final String NOT_LEARNT =
		"The network learnt nothing from the image; the result is bicubic enlargement, back-projected";

	private final Recipe recipe;
	private final Plan plan;
	private final Function<NetworkSpec, Network> maker;
	private final Map<NetworkSpec, Network> networks = new HashMap<>();
	private final float[][][] learnt;
	private Network last;

	PlaneUpscaler(final Recipe recipe, final Plan plan, final Function<NetworkSpec, Network> maker) {
		this.recipe = recipe;
		this.plan = plan;
		this.maker = maker;
		learnt = new float[recipe.stages().size()][][];
	}

	/** The network that was last used. */
	Network network() {
		return last;
	}

	/**
	 * Trains and enlarges.
	 *
	 * @param plane  in working units
	 * @param noise  of the plane in working units, or null
	 * @param pixels what a pixel of the result can hold, in working units, or null
	 * @param warm   whether to go on from the weights of the last plane, where there was one
	 * @param output takes the result
	 * @return its rms is in working units
	 */
	Engine.Outcome upscale(final Plane plane, final NoiseModel noise, final BackProjection.Range pixels,
		final boolean warm, final Output output, final Progress progress)
	{
		final float[] level = plane.means();
		final List<Training> trainings = new ArrayList<>();
		final List<Plane> enlarged = new ArrayList<>();
		float[][] weights = null;
		for (int i = 0;; i++) {
			final int stage = i;
			final Factor factor = recipe.stages().get(stage);
			final Degradation degradation = new Degradation(recipe.kernel(), factor, noise);
			last = networks.computeIfAbsent(recipe.network(factor, plane.channels), maker);
			final Trainer trainer = new Trainer(last, degradation, recipe.course(), plane, level, enlarged, new StageProgress(
				progress, stage, plan.stages(), factor, done -> plan.trained(stage, warm, done)));
			final Training training = trainer.train(start(stage, warm, weights));
			trainings.add(training);
			weights = training.learnt() ? last.weights() : null;
			learnt[stage] = weights;
			if (!training.learnt()) progress.note(NOT_LEARNT);
			final Enlarger enlarger = new Enlarger(training.learnt() ? last : null, degradation, recipe.ensemble(), recipe
				.backProjections(), pixels);
			final Progress enlarging = new StageProgress(progress, stage, plan.stages(), factor, done -> plan.enlarged(stage, warm,
				done));
			if (stage == plan.stages() - 1) return new Engine.Outcome(trainings, enlarger.enlarge(plane, level, output,
				enlarging));
			enlarged.add(enlarger.enlarge(plane, level, enlarging));
		}
	}

	/** What a stage's training goes on from: this stage of the plane before, or the stage before. */
	private Trainer.Start start(final int stage, final boolean warm, final float[][] weights) {
		final Course course = recipe.course();
		if (warm && learnt[stage] != null) return new Trainer.Start(learnt[stage], course.warm());
		return weights == null ? null : new Trainer.Start(last.spec().carriedOver(weights, course.seed()), course);
	}

	@Override
	public void close() {
		networks.values().forEach(Network::close);
	}
}
