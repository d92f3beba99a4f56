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
package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.network.Lesson;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.train.Course;
import org.zeroshotsr.train.Training;

class PlaneUpscalerTest {

	private static final Factor TWO = new Factor(2, 2);

	private static Plane blobs(final double phase) {
		final Plane plane = new Plane(1, 28, 30);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (0.5 + 0.5 * Math.sin(0.7 * (i % 30) + phase) * Math.cos(0.6 * (i / 30)));
		return plane;
	}

	private static Recipe recipe(final boolean warm, final int steps, final Factor... stages) {
		return new Recipe(List.of(stages), Kernel.cubic(), true, null, warm ? Stack.WARM : Stack.INDEPENDENT, 1, 2, 3, 8, "cpu", NetworkSpec.Precision.FLOAT32,
			new Course(false, steps, 24, 100, 1), false, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
	}

	private static PlaneUpscaler upscaler(final Recipe recipe, final Function<NetworkSpec, Network> maker) {
		return new PlaneUpscaler(recipe, new Plan(recipe, 28, 30), maker);
	}

	private static final class Run {

		private final Plane result = new Plane(1, 56, 60);
		private final Engine.Outcome outcome;

		Run(final PlaneUpscaler upscaler, final Plane plane, final boolean warm) {
			outcome = upscaler.upscale(plane, null, null, null, null, warm ? Engine.Start.WARM : Engine.Start.FRESH, Output.into(
				result), Progress.NONE);
		}

		/** dB on the plane's own shrunken copy before the first step of stage {@code i}. */
		double gainAtStart(final int i) {
			return outcome.trainings().get(i).gains()[0];
		}
	}

	/** Stays at cubic enlargement whatever it is taught, for planes whose level is above a threshold. */
	private record Stubborn(NetworkSpec spec, Network real, double above, float[] seen) implements Network {

		@Override
		public String device() {
			return "stubborn";
		}

		@Override
		public float train(final Lesson lesson, final double rate) {
			return seen[0] > above ? (float) lesson.cubicLoss() : real.train(lesson, rate);
		}

		@Override
		public Plane apply(final Plane low, final float[] level) {
			seen[0] = level[0];
			return level[0] > above ? Resizes.enlarge(low.height, low.width, new Factor(spec.blockRows(), spec.blockColumns()))
				.apply(low) : real.apply(low, level);
		}

		@Override
		public float[][] weights() {
			return real.weights();
		}

		@Override
		public void setWeights(final float[][] weights) {
			real.setWeights(weights);
		}

		@Override
		public void close() {
			real.close();
		}
	}

	private static Network stubborn(final NetworkSpec spec, final double above) {
		return new Stubborn(spec, new TensorFlowNetwork(spec), above, new float[1]);
	}

	@Test
	void planesForgetEachOtherUnlessWarm() {
		final Recipe recipe = recipe(true, 60, TWO);
		try (PlaneUpscaler alone = upscaler(recipe, TensorFlowNetwork::new);
				PlaneUpscaler both = upscaler(recipe, TensorFlowNetwork::new);
				PlaneUpscaler third = upscaler(recipe, TensorFlowNetwork::new))
		{
			final Run second = new Run(alone, blobs(1), false);
			final Run first = new Run(both, blobs(0), false);
			assertArrayEquals(second.result.data, new Run(both, blobs(1), false).result.data);
			assertFalse(Arrays.equals(first.result.data, second.result.data));
			// warm: begins where the plane before ended, with fewer steps
			final Run warm = new Run(both, blobs(1), true);
			assertEquals(9, warm.outcome.trainings().get(0).steps(), "15 % of 60");
			assertEquals(second.outcome.trainings().get(0).gain(), warm.gainAtStart(0), 1e-9, "the same plane, trained");
			// a warm plane without one before it is trained in full
			final Run lonely = new Run(third, blobs(1), true);
			assertEquals(60, lonely.outcome.trainings().get(0).steps());
			assertArrayEquals(second.result.data, lonely.result.data);
		}
	}

	@Test
	void stagesGrowOneOnAnother() {
		final List<NetworkSpec> made = new ArrayList<>();
		final Recipe recipe = recipe(true, 60, new Factor(1, 1.5), new Factor(1.5, 1.5), TWO);
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			made.add(spec);
			return new TensorFlowNetwork(spec);
		})) {
			final Run run = new Run(upscaler, blobs(0), false);
			assertEquals(List.of(1, 2), made.stream().map(NetworkSpec::blockRows).toList(), "one network a shape of blocks");
			final List<Training> trainings = run.outcome.trainings();
			assertEquals(3, trainings.size());
			for (final Training t : trainings)
				assertEquals(60, t.steps());
			assertEquals(0, run.gainAtStart(0), 0.6, "the first stage begins at bicubic");
			assertTrue(Math.abs(run.gainAtStart(1)) > 0.6, "the second goes on from the first: " + run.gainAtStart(1));
			assertEquals(0, run.gainAtStart(2), 0.6, "blocks of another shape: the last layer begins anew");
			for (final float v : run.result.data)
				assertEquals(0.5, v, 0.8);
			// and a warm plane goes on from each stage's own weights
			final Run warm = new Run(upscaler, blobs(0), true);
			for (int i = 0; i < 3; i++) {
				assertEquals(9, warm.outcome.trainings().get(i).steps());
				assertEquals(trainings.get(i).gain(), warm.gainAtStart(i), 1e-9, "stage " + i);
			}
		}
	}

	/** Takes what it is given, adds to its weights with every step, and a pattern of single pixels to what it enlarges. */
	private static final class Remembering implements Network {

		private final NetworkSpec spec;
		private float[][] weights;
		private final List<float[][]> given = new ArrayList<>();
		private final List<Double> cubicLosses = new ArrayList<>();
		private boolean learns = true;
		private float pattern = 1e-5f;

		Remembering(final NetworkSpec spec) {
			this.spec = spec;
		}

		@Override
		public NetworkSpec spec() {
			return spec;
		}

		@Override
		public String device() {
			return "";
		}

		@Override
		public float train(final Lesson lesson, final double rate) {
			for (final float[] layer : weights)
				for (int i = 0; i < layer.length; i++)
					layer[i] += 1;
			cubicLosses.add(lesson.cubicLoss());
			return (float) (learns ? 0.5 * lesson.cubicLoss() : lesson.cubicLoss());
		}

		@Override
		public Plane apply(final Plane low, final float[] level) {
			final Plane high = Resizes.enlarge(low.height, low.width, new Factor(spec.blockRows(), spec.blockColumns())).apply(
				low);
			for (int i = 0; i < high.data.length; i++)
				high.data[i] += (i % high.width + i / high.width) % 2 == 0 ? pattern : -pattern;
			return high;
		}

		@Override
		public float[][] weights() {
			return copy(weights);
		}

		@Override
		public void setWeights(final float[][] to) {
			given.add(copy(to));
			weights = copy(to);
		}

		@Override
		public void close() {}

		private static float[][] copy(final float[][] weights) {
			return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
		}
	}

	/** What {@link Remembering} has after so many steps. */
	private static float[] after(final int steps, final float[] layer) {
		final float[] after = layer.clone();
		for (int step = 0; step < steps; step++)
			for (int i = 0; i < after.length; i++)
				after[i] += 1;
		return after;
	}

	@Test
	void layersAreCarriedOverToTheNextStageAndThoseOfAStageToTheNextPlane() {
		final List<Remembering> networks = new ArrayList<>();
		final Recipe recipe = recipe(true, 60, new Factor(1, 1.5), new Factor(1.5, 1.5), new Factor(2, 1.5), TWO);
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			networks.add(new Remembering(spec));
			return networks.get(networks.size() - 1);
		})) {
			upscaler.upscale(blobs(0), null, null, null, null, Engine.Start.FRESH, Output.into(new Plane(1, 56, 60)), Progress.NONE);
			assertEquals(List.of("1x1", "2x1", "2x2"), networks.stream().map(n -> n.spec.blockRows() + "x" + n.spec
				.blockColumns()).toList(), "one a shape of blocks");
			assertEquals(List.of(2, 1, 1), networks.stream().map(n -> n.given.size()).toList());
			final float[][] first = networks.get(0).spec.initialWeights(1);
			for (int layer = 0; layer < 3; layer++) {
				assertArrayEquals(first[layer], networks.get(0).given.get(0)[layer]);
				assertArrayEquals(after(60, first[layer]), networks.get(0).given.get(1)[layer], "blocks of the same shape: all");
			}
			for (int shape = 1; shape < 3; shape++) {
				final float[][] given = networks.get(shape).given.get(0);
				for (int layer = 0; layer < 2; layer++)
					assertArrayEquals(after(60 * (shape + 1), first[layer]), given[layer], "layer " + layer);
				assertArrayEquals(networks.get(shape).spec.initialWeights(1)[2], given[2], "the last begins anew");
			}
			upscaler.upscale(blobs(1), null, null, null, null, Engine.Start.WARM, Output.into(new Plane(1, 56, 60)), Progress.NONE);
			for (int stage = 0; stage < 4; stage++) {
				final Remembering network = networks.get(Math.max(0, stage - 1));
				assertArrayEquals(after(60, stage < 2 ? network.given.get(stage)[0] : network.given.get(0)[0]), network.given.get(
					stage < 2 ? 2 + stage : 1)[0], "warm: from the stage's own weights, stage " + stage);
			}
		}
	}

	@Test
	void nothingGoesOnFromWhatWasNotLearnt() {
		final List<Remembering> networks = new ArrayList<>();
		final Recipe recipe = recipe(true, 240, TWO);
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			networks.add(new Remembering(spec));
			return networks.get(networks.size() - 1);
		})) {
			assertTrue(new Run(upscaler, blobs(0), false).outcome.trainings().get(0).learnt());
			final Remembering network = networks.get(0);
			network.learns = false;
			network.pattern = 0;
			final Training unlearnt = new Run(upscaler, blobs(1), true).outcome.trainings().get(0);
			assertFalse(unlearnt.learnt());
			assertEquals(4, unlearnt.attempts(), "from the plane before, then three times anew");
			network.learns = true;
			network.pattern = 1e-5f;
			new Run(upscaler, blobs(2), true);
			assertEquals(1 + 4 + 1, network.given.size());
			final float[][] fresh = network.spec.initialWeights(1);
			assertArrayEquals(after(240, fresh[0]), network.given.get(1)[0]);
			for (final int anew : new int[] { 0, 2, 5 })
				assertArrayEquals(fresh[0], network.given.get(anew)[0]);
		}
	}

	@Test
	void aStageThatIsNotLearntLeavesTheNextToBeginAnew() {
		final Recipe recipe = recipe(false, 240, new Factor(1.5, 1.5), TWO);
		final List<Remembering> networks = new ArrayList<>();
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			final Remembering network = new Remembering(spec);
			network.learns = spec.blockRows() == 2;
			network.pattern = network.learns ? 1e-5f : 0;
			networks.add(network);
			return network;
		})) {
			final Run run = new Run(upscaler, blobs(0), false);
			assertEquals(List.of(false, true), run.outcome.trainings().stream().map(Training::learnt).toList());
			assertArrayEquals(networks.get(1).spec.initialWeights(1)[0], networks.get(1).given.get(0)[0]);
			assertEquals(1, networks.get(1).given.size());
		}
	}

	/** Blobs are too smooth for such losses, and what the first stage has added to them is not. */
	@Test
	void whatAStageHasMadeIsLearntFromInTheNext() {
		final Recipe recipe = recipe(false, 60, new Factor(1.5, 1.5), TWO);
		final List<Remembering> networks = new ArrayList<>();
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			final Remembering network = new Remembering(spec);
			if (networks.isEmpty()) network.pattern = 0.5f;
			networks.add(network);
			return network;
		})) {
			new Run(upscaler, blobs(0), false);
			final List<Double> before = networks.get(1).cubicLosses.subList(0, 12); // the echo
			final long rough = before.stream().filter(loss -> loss > 0.1).count();
			assertTrue(rough >= 2 && rough <= 10, "some of each: " + before);
		}
	}

	@Test
	void whatCannotBeLearntIsBicubicBackProjectedAndSaid() {
		final List<String> notes = new ArrayList<>();
		final Recipe recipe = recipe(false, 240, TWO);
		try (PlaneUpscaler upscaler = upscaler(recipe, spec -> {
			final Remembering network = new Remembering(spec);
			network.learns = false;
			network.pattern = 0.3f; // which bicubic enlargement has not
			return network;
		})) {
			final Plane result = new Plane(1, 56, 60);
			final Engine.Outcome outcome = upscaler.upscale(blobs(0), null, null, null, null, Engine.Start.FRESH, Output.into(result), new WrappedProgress(
				Progress.NONE)
			{

				@Override
				public void note(final String message) {
					notes.add(message);
				}
			});
			assertFalse(outcome.trainings().get(0).learnt());
			assertTrue(notes.contains(PlaneUpscaler.NOT_LEARNT), notes.toString());
			final Plane expected = new Enlarger(null, new Degradation(Kernel.cubic(), TWO, null), 1, 2, null).enlarge(blobs(0),
				blobs(0).means(), Progress.NONE);
			assertArrayEquals(expected.data, result.data);
			assertTrue(outcome.consistency().rms() < 0.01, "it shrinks back to the plane");
		}
	}

	/** Amplifies what differs from the plane's mean; after a Gaussian where sigma is not 0. */
	private record Contrast(NetworkSpec spec, double amplified, double sigma) implements Network {

		@Override
		public String device() {
			return "";
		}

		@Override
		public float train(final Lesson lesson, final double rate) {
			return (float) (0.5 * lesson.cubicLoss());
		}

		@Override
		public Plane apply(final Plane low, final float[] level) {
			final Plane from = sigma == 0 ? low.copy() : Resizes.blur(low.height, low.width, sigma).apply(low);
			for (int i = 0; i < from.data.length; i++)
				from.data[i] += (float) (amplified * (from.data[i] - level[0]));
			return Resizes.enlarge(low.height, low.width, TWO).apply(from);
		}

		@Override
		public float[][] weights() {
			return new float[0][];
		}

		@Override
		public void setWeights(final float[][] weights) {}

		@Override
		public void close() {}
	}

	/** What a network makes of a noisy plane, as judged by its noise alone, and what is returned. */
	private static Engine.Outcome judged(final boolean fallback, final double amplified, final double sigma, final Plane result,
		final List<String> notes)
	{
		return judged(NoiseModel.gaussian(0.2), fallback, amplified, sigma, result, notes);
	}

	private static Engine.Outcome judged(final NoiseModel noise, final boolean fallback, final double amplified,
		final double sigma, final Plane result, final List<String> notes)
	{
		final Recipe plain = recipe(false, 60, TWO);
		final Recipe recipe = new Recipe(plain.stages(), plain.kernel(), true, null, Stack.INDEPENDENT, 1, 0, 3, 8, "cpu", plain
			.precision(), plain.course(), fallback, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
		try (PlaneUpscaler upscaler = new PlaneUpscaler(recipe, new Plan(recipe, 56, 60), spec -> new Contrast(spec, amplified,
			sigma))) {
			return upscaler.upscale(noisy(), null, null, noise, null, Engine.Start.FRESH, Output.into(result), new WrappedProgress(Progress.NONE) {

				@Override
				public void note(final String message) {
					notes.add(message);
				}
			});
		}
	}

	private static Plane noisy() {
		final Plane plane = new Plane(1, 56, 60);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (0.5 + 0.5 * Math.sin(0.1 * (i % 60)) * Math.cos(0.08 * (i / 60)));
		NoiseModel.gaussian(0.2).addTo(plane, new SplittableRandom(3));
		return plane;
	}

	@Test
	void whatIsWorseThanAGaussianIsTriedOnceMoreAndThenReplaced() {
		final Plane result = new Plane(1, 112, 120);
		final List<String> notes = new ArrayList<>();
		final Engine.Outcome outcome = judged(true, 1, 0, result, notes);
		assertEquals(2, outcome.trainings().size(), "tried again");
		assertEquals(30, outcome.trainings().get(0).steps(), "half as long; it was not better");
		assertEquals(60, outcome.trainings().get(1).steps());
		final Verdict verdict = outcome.verdict();
		assertTrue(verdict.simple() && verdict.worse() && verdict.sigma() > 0.8, verdict.toString());
		assertTrue(verdict.network() > 1.5 * verdict.bicubic() && verdict.blurred() < 0.5 * verdict.bicubic(), verdict.toString());
		assertTrue(verdict.relative() < 0.5, verdict.toString());
		assertTrue(notes.get(0).contains("training goes on with the noise that was measured"), notes.toString());
		assertTrue(notes.get(1).contains("returned instead"), notes.toString());
		final Plane low = noisy();
		final Plane expected = Resizes.enlarge(56, 60, TWO).apply(Kernel.gaussian(verdict.sigma()).shrink(56, 60, 56, 60,
			new Factor(1, 1)).apply(low));
		assertArrayEquals(expected.data, result.data, 1e-5f);
		// the errors are those of a second method: the truth is known here
		double square = 0;
		final Plane shrunk = Kernel.cubic().shrink(112, 120, 56, 60, TWO).apply(Resizes.enlarge(56, 60, TWO).apply(low));
		for (int i = 0; i < low.data.length; i++) {
			final double truth = 0.5 + 0.5 * Math.sin(0.1 * (i % 60)) * Math.cos(0.08 * (i / 60));
			square += (shrunk.data[i] - truth) * (shrunk.data[i] - truth) / low.data.length;
		}
		assertEquals(Math.sqrt(square), verdict.bicubic(), 0.1 * Math.sqrt(square));
	}

	@Test
	void whoInsistsGetsTheNetworks() {
		final Plane result = new Plane(1, 112, 120);
		final List<String> notes = new ArrayList<>();
		final Engine.Outcome outcome = judged(false, 1, 0, result, notes);
		assertEquals(1, outcome.trainings().size());
		assertTrue(outcome.verdict().worse() && !outcome.verdict().simple());
		assertEquals(List.of(), notes);
	}

	/** Noise that was measured in other planes, too, and is far more than this one can have. */
	@Test
	void withTooMuchNoiseNothingIsTold() {
		final Verdict verdict = judged(NoiseModel.gaussian(0.6), true, 0, 2.2, new Plane(1, 112, 120), new ArrayList<>()).verdict();
		assertTrue(verdict.noisy() && !verdict.told() && !verdict.simple(), verdict.toString());
	}

	@Test
	void aGoodNetworkIsKept() {
		final Plane result = new Plane(1, 112, 120);
		final List<String> notes = new ArrayList<>();
		final Engine.Outcome outcome = judged(true, 0, 2.2, result, notes);
		assertEquals(1, outcome.trainings().size());
		assertFalse(outcome.verdict().worse() || outcome.verdict().simple(), outcome.verdict().toString());
		assertEquals(List.of(), notes);
	}

	/** In a stack: the other planes are kept, the note says which it was, and a warm plane does not go on from it. */
	@Test
	void aPlaneThatCannotBeLearntCostsTheOthersNothing() {
		final Plane[] stack = { blobs(0), blobs(1), blobs(2) };
		for (int i = 0; i < stack[1].data.length; i++)
			stack[1].data[i] += 5; // the middle one is bright, and the network stubborn there
		final Recipe recipe = recipe(true, 240, TWO);
		final PlaneOrder order = PlaneOrder.of("XYZ", new long[] { 30, 28, 3 });
		final Plane[] results = { new Plane(1, 56, 60), new Plane(1, 56, 60), new Plane(1, 56, 60) };
		final List<Double> done = new ArrayList<>();
		final StackRun.Record record = new StackRun(new Planes(position -> stack[(int) position[2]].copy(), order, new long[] { 30, 28, 3 }, new FloatType()), (position, y, x,
			part) -> {
			Output.into(results[(int) position[2]]).put(y, x, part);
			return 0;
		}, channel -> recipe, Checkpoint.NONE, (r, channels, height, width) -> new Engine() {

			private final PlaneUpscaler upscaler = upscaler(r, spec -> stubborn(spec, 3));

			@Override
			public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
				throw new AssertionError("each plane has its own");
			}

			@Override
			public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
				return upscaler.upscale(plane, null, null, null, null, start, output, progress);
			}

			@Override
			public String device() {
				return upscaler.network().device();
			}

			@Override
			public String precision() {
				return "float32";
			}

			@Override
			public String tensorflow() {
				return "";
			}

			@Override
			public void close() {
				upscaler.close();
			}
		}, new WrappedProgress(Progress.NONE) {

			@Override
			public void update(final Status status) {
				done.add(status.done());
			}
		}).run();
		assertEquals(List.of(true, false, true), record.planes().stream().map(PlaneReport::learnt).toList());
		assertEquals(List.of(false, true, true), record.planes().stream().map(PlaneReport::warm).toList());
		assertEquals(240, record.planes().get(2).steps(), "after the unlearnt plane training begins anew");
		assertTrue(record.notes().contains("Plane Z1: " + PlaneUpscaler.NOT_LEARNT), record.notes().toString());
		final Plane bicubic = Resizes.enlarge(28, 30, TWO).apply(stack[2]);
		assertFalse(Arrays.equals(bicubic.data, results[2].data));
		assertTrue(results[0].data[1000] != 0 && results[1].data[1000] > 4);
		assertTrue(done.stream().allMatch(d -> d >= 0 && d <= 1), done.toString());
		assertEquals(1, done.get(done.size() - 1), 1e-9);
	}

	@Test
	void aPlansPartsRiseFromNothingToAll() {
		final Recipe recipe = recipe(true, 100, new Factor(1, 1.5), new Factor(1.5, 1.5), TWO);
		for (final int[] size : new int[][] { { 300, 200 }, { 8, 500 }, { 3000, 2000 } }) {
			final Plan plan = new Plan(recipe, size[0], size[1]);
			assertEquals(3, plan.stages());
			assertTrue(plan.work(Engine.Start.WARM) < plan.work(Engine.Start.FRESH));
			for (final Engine.Start start : new Engine.Start[] { Engine.Start.FRESH, Engine.Start.WARM }) {
				double last = 0;
				assertEquals(0, plan.trained(0, start, 0));
				for (int stage = 0; stage < 3; stage++) {
					assertEquals(last, plan.trained(stage, start, 0), 1e-12, "where the stage before ended");
					for (int step = 1; step <= 100; step++) {
						assertTrue(plan.trained(stage, start, step / 100.0) > last);
						last = plan.trained(stage, start, step / 100.0);
					}
					assertEquals(last, plan.enlarged(stage, start, 0), 1e-12, "where the training ended");
					for (int pass = 1; pass <= 8; pass++) {
						assertTrue(plan.enlarged(stage, start, pass / 8.0) > last);
						last = plan.enlarged(stage, start, pass / 8.0);
					}
				}
				assertEquals(1, last, 1e-12);
			}
		}
	}
}
