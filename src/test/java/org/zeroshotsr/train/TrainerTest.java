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
package org.zeroshotsr.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class TrainerTest {

	private static final Factor TWO = new Factor(2, 2);
	private static final Degradation IDEAL = new Degradation(Kernel.cubic(), TWO, null);

	private final List<String> notes = new ArrayList<>();

	/** Goes on while {@code goOn} holds for the steps done; throws where that does. */
	private Progress progress(final IntPredicate goOn) {
		return new Progress() {

			private boolean finishing;

			@Override
			public void update(final Status status) {
				finishing = !goOn.test(status.step());
			}

			@Override
			public boolean isFinishing() {
				return finishing;
			}

			@Override
			public void note(final String message) {
				notes.add(message);
			}
		};
	}

	private static Course course(final int steps) {
		return new Course(false, steps, 16, 100, 1);
	}

	private static Plane image() {
		final Plane plane = new Plane(1, 26, 31);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	/** Adding this makes cubic enlargement of {@link #dots} better: around its dots it is brighter than they. */
	private static final double DARKER = -0.05;

	private static Plane dots() {
		final Plane dots = new Plane(1, 32, 32);
		for (int y = 1; y < 32; y += 4)
			for (int x = 2; x < 32; x += 4)
				dots.data[y * 32 + x] = 1;
		return dots;
	}

	private Training train(final Plane image, final Network network, final int steps, final IntPredicate goOn) {
		return new Trainer(network, IDEAL, course(steps), image, null, image.means(), List.of(), progress(goOn)).train(null);
	}

	private Training train(final Network network, final int steps, final Trainer.Start start, final IntPredicate goOn) {
		final Plane image = image();
		return new Trainer(network, IDEAL, course(steps), image, null, image.means(), List.of(), progress(goOn)).train(start);
	}

	private Training train(final Network network, final int steps) {
		return train(network, steps, null, step -> true);
	}

	/** Three times, each with new weights and half the rate, and given up at a quarter of the schedule. */
	@Test
	void aNetworkThatNeverLearnsIsGivenUp() {
		final ScriptedNetwork network = ScriptedNetwork.thatNeverLearns();
		final Training training = train(network, 400);
		assertFalse(training.learnt());
		assertEquals(3, training.attempts());
		assertEquals(300, training.steps(), "three times a quarter");
		assertEquals(2, notes.size(), notes.toString());
		assertEquals(3, new HashSet<>(network.begun).size(), "new weights each time: " + network.begun);
		for (int i = 0; i < 3; i++)
			assertEquals(1 / Math.pow(2, i), network.rates.get(100 * i + 60) / network.rates.get(60), 1e-12);
		// and other examples
		assertFalse(network.lessons.get(5).cubicLoss() == network.lessons.get(105).cubicLoss());
		assertNoThreadIsLeft();
	}

	@Test
	void eitherTheLossOrTheReconstructionMayShowThatSomethingIsLearnt() {
		final Training byLoss = train(new ScriptedNetwork(step -> 0.002, step -> 0.9), 400);
		assertTrue(byLoss.gain() < 0.05 && byLoss.gain() != 0, "gain " + byLoss.gain());
		final Training byGain = train(dots(), new ScriptedNetwork(step -> DARKER, step -> 1.2), 400, step -> true);
		assertTrue(byGain.gain() > 0.5, "gain " + byGain.gain());
		for (final Training training : List.of(byLoss, byGain)) {
			assertTrue(training.learnt());
			assertEquals(1, training.attempts());
			assertEquals(400, training.steps());
		}
		assertEquals(List.of(), notes);
	}

	/** Numbers that are none may come out of the network although its loss is one. */
	@Test
	void outputThatIsNoNumberBeginsAgainAtOnce() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> step < 70 ? 0 : Double.NaN, step -> 0.5);
		final Training training = train(network, 1000);
		assertFalse(training.learnt());
		assertEquals(3, training.attempts());
		assertEquals(300, training.steps(), "as soon as it is measured, after 100 steps");
		assertTrue(Double.isNaN(training.gains()[1]));
		assertEquals(0, training.gain());
	}

	/** Threads make the lessons ahead; here one makes them in turn. The echo is that of the network at its time. */
	@Test
	void lessonsAreThoseOfTheirStepsWhoeverMakesThem() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 1e-4 * step, step -> 0.5);
		final Plane image = image();
		final Course course = new Course(false, 160, 16, 30, 1);
		new Trainer(network, IDEAL, course, image, null, image.means(), List.of(), progress(s -> true)).train(null);
		final ScriptedNetwork then = ScriptedNetwork.thatNeverLearns();
		final Examples examples = new Examples(then.spec(), IDEAL, image.means(), 16, 1);
		final Echo echo = new Echo(then, IDEAL, new Source(image, true, true), image.means(), course);
		List<Source> echoes = List.of();
		for (int step = 0; step < 160; step++) {
			then.setWeights(new float[][] { { (float) (1e-4 * step) } });
			if (step >= 32 && (step - 32) % 30 == 0) echoes = echo.at(step);
			assertEquals(examples.lesson(step, List.of(new Source(image, true, true)), echoes).cubicLoss(), network.lessons.get(
				step).cubicLoss(), "step " + step);
		}
		assertFalse(echoes.isEmpty());
	}

	@Test
	void aNetworkThatDiesAfterTheQuarterIsNotKeptEither() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0, step -> step < 150 ? 0.9 : 1);
		final Training training = train(network, 400);
		assertFalse(training.learnt());
		assertEquals(3, training.attempts());
		assertEquals(1200, training.steps());
	}

	@Test
	void divergedTrainingBeginsAgainAtOnceAndLower() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 1e-4, step -> 0.9);
		network.divergesAbove = 1e-3; // the highest rate is over it, half of that under it
		final Training training = train(network, 400);
		assertTrue(training.learnt());
		assertEquals(2, training.attempts());
		assertEquals(1, notes.size());
		assertTrue(training.steps() < 400 + 60, "not a quarter of the schedule was spent: " + training.steps());
		for (final float loss : training.loss())
			assertTrue(Float.isFinite(loss));
	}

	@Test
	void aWarmStartThatTeachesNothingFallsBackToAColdOne() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0, step -> 1);
		final Training unlearnt = train(network, 400, new Trainer.Start(new float[][] { { 0.3f } }, course(400).warm()),
			step -> true);
		assertFalse(unlearnt.learnt());
		assertEquals(4, unlearnt.attempts());
		assertEquals(60 + 3 * 100, unlearnt.steps(), "15 % of the steps, then three times a quarter");
		assertEquals(0.5, network.rates.get(10) / network.rates.get(60 + 50) * 51 / 11 * 13 / 51, 0.3, "warm: half the rate");
	}

	@Test
	void aWarmStartTakesFewerSteps() {
		final Training training = train(new ScriptedNetwork(step -> 0.1, step -> 0.8), 400, new Trainer.Start(new float[][] { {
			0.1f } }, course(400).warm()), step -> true);
		assertTrue(training.learnt());
		assertEquals(60, training.steps());
		assertEquals(1, training.attempts());
	}

	@Test
	void theLastWeightsAreKeptUnlessTheyFell() {
		final ScriptedNetwork steady = new ScriptedNetwork(step -> 0.02 + step * 1e-5, step -> 0.8);
		train(steady, 220);
		assertEquals(0.02f + 220e-5f, steady.weights()[0][0], 1e-6);
		final ScriptedNetwork fallen = new ScriptedNetwork(step -> step <= 100 ? DARKER : 0.5, step -> 0.8);
		final Training training = train(dots(), fallen, 220, step -> true);
		assertEquals((float) DARKER, fallen.weights()[0][0], "those of step 100");
		assertTrue(training.learnt());
		assertEquals(training.gains()[1], training.gain());
		assertTrue(training.gain() > 0.5 && training.gains()[training.gains().length - 1] < 0);
	}

	/** Neither what it ends with nor what it fell from has taught it anything: warm or cold, that is not learnt. */
	@Test
	void aFallFromNothingIsNotLearnt() {
		final ScriptedNetwork warm = new ScriptedNetwork(step -> 0.5, step -> 1.2);
		final Training training = train(warm, 400, new Trainer.Start(new float[][] { { 0.3f } }, course(400).warm()),
			step -> true);
		assertFalse(training.learnt(), "gain " + training.gain());
		assertEquals(4, training.attempts());
		assertFalse(notes.isEmpty());
		assertFalse(train(new ScriptedNetwork(step -> 0.5, step -> 1.2), 190).learnt());
	}

	/** The gain is 20 log10 of the ratio of mean absolute errors of inner pixels, worked out here with the resampler alone. */
	@Test
	void gainIsInDecibelsOverCubicEnlargement() {
		final Plane image = image().crop(new org.zeroshotsr.image.Window(0, 0, 26, 30));
		final Plane low = Kernel.cubic().shrink(26, 30, 13, 15, TWO).apply(image);
		final Plane high = Resizes.enlarge(13, 15, TWO).apply(low);
		double bicubic = 0;
		double shifted = 0;
		for (int y = 4; y < 22; y++)
			for (int x = 4; x < 26; x++) {
				bicubic += Math.abs(high.get(0, y, x) - image.get(0, y, x));
				shifted += Math.abs(high.get(0, y, x) - image.get(0, y, x) + 0.05);
			}
		final ScriptedNetwork network = new ScriptedNetwork(s -> 0, s -> 1);
		network.setWeights(new float[][] { { 0.05f } });
		final double gain = new Reconstruction(network.spec(), IDEAL, image, image.means()).measure(network).gain();
		assertEquals(20 * Math.log10(bicubic / shifted), gain, 0.02);
	}

	/** Two pixels a hundred times as bright as everything else would be all that squares see. */
	@Test
	void hotPixelsDoNotDecideTheGain() {
		final Plane image = new Plane(1, 192, 192);
		for (int i = 0; i < image.data.length; i++)
			image.data[i] = (float) (0.5 + 0.4 * Math.sin(i % 192 / 1.7) * Math.cos(i / 192 / 2.1));
		final Plane hot = image.copy();
		hot.data[40 * 192 + 40] = 50;
		hot.data[70 * 192 + 120] = 50;
		final ScriptedNetwork network = new ScriptedNetwork(s -> 0, s -> 1);
		network.setWeights(new float[][] { { 0.03f } });
		final double clean = new Reconstruction(network.spec(), IDEAL, image, image.means()).measure(network).gain();
		final double disturbed = new Reconstruction(network.spec(), IDEAL, hot, hot.means()).measure(network).gain();
		assertTrue(clean < -3, "adding a constant makes it worse: " + clean);
		assertEquals(clean, disturbed, 0.15, "and that still shows");
	}

	/** Large images are measured in places, which are made large enough for the kernel. */
	@Test
	void aKernelOfNearlyTheImagesSizeCanBeMeasuredWith() {
		final double[][] psf = new double[196][3];
		for (final double[] row : psf)
			java.util.Arrays.fill(row, 1);
		final Plane image = new Plane(1, 200, 400);
		for (int i = 0; i < image.data.length; i++)
			image.data[i] = (float) Math.sin(0.3 * (i % 400) + 0.01 * i);
		final ScriptedNetwork network = new ScriptedNetwork(s -> 0, s -> 1);
		final double gain = new Reconstruction(network.spec(), new Degradation(Kernel.measured(psf), TWO, null), image, image
			.means()).measure(network).gain();
		assertTrue(Double.isFinite(gain), "gain " + gain);
	}

	@Test
	void anImageThatCubicEnlargementRebuildsExactlyGivesAFiniteGain() {
		final Plane stripes = new Plane(1, 16, 16);
		for (int i = 0; i < 256; i++)
			stripes.data[i] = i / 16 % 2;
		final ScriptedNetwork network = new ScriptedNetwork(step -> 1e-3, step -> 1, 1, 2);
		final Training training = new Trainer(network, new Degradation(Kernel.cubic(), new Factor(1, 2), null), course(10),
			stripes, null, stripes.means(), List.of(), progress(s -> true)).train(null);
		assertTrue(Double.isFinite(training.gain()), "gain " + training.gain());
	}

	@Test
	void finishingNowKeepsWhatWasLearnt() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.001 * step, step -> 1);
		final Training training = train(network, 1000, null, step -> step < 12);
		assertTrue(training.learnt(), "whoever ends it wants what there is");
		assertEquals(12, training.steps());
		assertEquals(List.of(), notes);
		assertNoThreadIsLeft();
	}

	@Test
	void finishingNowLeavesWeightsThatFell() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> step <= 100 ? DARKER : 0.5, step -> 0.8);
		final Training training = train(dots(), network, 1000, step -> step < 150);
		assertTrue(training.learnt());
		assertEquals(150, training.steps());
		assertEquals((float) DARKER, network.weights()[0][0]);
	}

	@Test
	void cancelingStopsBeforeTheNextStep() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, step -> 0.9);
		assertThrows(CancellationException.class, () -> train(network, 1000, null, step -> {
			if (step == 5) throw new CancellationException();
			return true;
		}));
		assertEquals(5, network.rates.size());
		assertNoThreadIsLeft();
	}

	/** Examples are made on threads of their own, which have to end with the training. */
	private static void assertNoThreadIsLeft() {
		final long deadline = System.nanoTime() + 20_000_000_000L;
		while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().contains("zero-shot-sr"))) {
			assertTrue(System.nanoTime() < deadline, "a thread of the examples is still there");
			Thread.onSpinWait();
		}
	}

	@Test
	void ratesAreTheSchedules() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, step -> 0.9);
		train(network, 40);
		final Schedule schedule = course(40).schedule(1);
		for (int i = 0; i < 40; i++)
			assertEquals(schedule.rate(i), network.rates.get(i));
	}

	@Test
	void aRealNetworkLearnsAndRepeatsItself() {
		final NetworkSpec spec = new NetworkSpec(1, 2, 2, 4, 16, "cpu", NetworkSpec.Precision.FLOAT32);
		// blobs, which a network can learn to sharpen
		final Plane image = new Plane(1, 40, 44);
		for (int y = 0; y < 40; y++)
			for (int x = 0; x < 44; x++)
				image.data[y * 44 + x] = (y / 5 + x / 5) % 2;
		final float[][][] weights = new float[2][][];
		double gain = 0;
		for (int run = 0; run < 2; run++) {
			try (TensorFlowNetwork network = new TensorFlowNetwork(spec)) {
				gain = new Trainer(network, IDEAL, course(400), image, null, image.means(), List.of(), progress(s -> true)).train(null)
					.gain();
				weights[run] = network.weights();
			}
		}
		assertTrue(gain > 1, "dB over bicubic: " + gain);
		for (int l = 0; l < 4; l++)
			assertArrayEquals(weights[0][l], weights[1][l]);
	}
}
