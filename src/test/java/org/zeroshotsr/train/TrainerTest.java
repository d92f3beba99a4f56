package org.zeroshotsr.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.InitialWeights;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class TrainerTest {

	private static final double NEVER = Double.POSITIVE_INFINITY;

	private final List<String> notes = new ArrayList<>();

	private TrainingMonitor monitor(final IntPredicate goOn) {
		return new TrainingMonitor() {

			@Override
			public boolean stepped(final int steps, final int of, final double loss, final double gain) {
				return goOn.test(steps);
			}

			@Override
			public void note(final String message) {
				notes.add(message);
			}
		};
	}

	private static TrainingSettings settings(final int steps) {
		return new TrainingSettings(new Factor(2, 2), Kernel.cubic(), null, Augmentation.DEFAULT, 16, false, steps, 2e-3, 1);
	}

	private static Plane image(final int channels) {
		final Plane plane = new Plane(channels, 26, 31);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	private Training train(final ScriptedNetwork network, final int steps, final IntPredicate goOn) {
		return new Trainer(network, settings(steps), monitor(goOn)).train(List.of(image(1)));
	}

	/** Large images are measured in places, which are made large enough for the kernel. */
	@Test
	void aKernelOfNearlyTheImagesSizeCanBeMeasuredWith() {
		final double[][] psf = new double[196][3];
		psf[98][1] = 1;
		psf[99][1] = 0.5;
		final Plane image = new Plane(1, 200, 400);
		for (int i = 0; i < image.data.length; i++)
			image.data[i] = (float) Math.sin(0.3 * (i % 400) + 0.01 * i);
		final NetworkSpec spec = new NetworkSpec(1, 2, 4, NetworkSpec.Start.HE, "cpu", NetworkSpec.Precision.FLOAT32);
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec, InitialWeights.draw(spec, 1))) {
			final double gain = new Reconstruction(image, new Factor(2, 2), Kernel.measured(psf), null).measure(network).gain();
			assertTrue(Double.isFinite(gain), "gain " + gain);
		}
	}

	@Test
	void keepsTheWeightsThatRebuildTheImageBest() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.001 + Math.abs(step - 30) / 100.0, NEVER, NEVER);
		final Training training = train(network, 60, step -> true);
		assertEquals(0.001f, network.weights()[0][0], "those after step 30");
		assertEquals(60, training.steps());
		assertEquals(60, training.loss().length);
		assertEquals(1f / 60, training.loss()[59]);
		assertEquals(Arrays.stream(training.gains()).max().getAsDouble(), training.gain());
		assertEquals(0, training.measuredSteps()[0]);
		assertEquals(60, training.measuredSteps()[training.measuredSteps().length - 1], "measured at the end, too");
		assertTrue(notes.isEmpty());
	}

	@Test
	void theWeightsItBeganWithMayBeTheBest() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 3, NEVER, NEVER);
		train(network, 20, step -> true);
		assertEquals(0.5f, network.weights()[0][0]);
	}

	/** The gain is 10 log10 of the ratio of mean squared errors, worked out here with the resampler alone. */
	@Test
	void gainIsInDecibelsOverCubicEnlargement() {
		final Plane image = image(3);
		final Factor factor = new Factor(2, 1.5);
		final Plane low = Kernel.cubic().shrink(26, 31, 13, 21, factor).apply(image);
		final Plane high = Resizes.enlarge(13, 21, factor).apply(low);
		double bicubic = 0;
		double shifted = 0;
		for (int c = 0; c < 3; c++)
			for (int y = 0; y < 26; y++)
				for (int x = 0; x < 31; x++) {
					final double d = high.get(c, y, x) - image.get(c, y, x);
					bicubic += d * d;
					shifted += (d + 0.5) * (d + 0.5);
				}
		final Reconstruction reconstruction = new Reconstruction(image, factor, Kernel.cubic(), null);
		assertEquals(10 * Math.log10(bicubic / shifted), reconstruction.measure(new ScriptedNetwork(s -> 0, NEVER,
			NEVER)).gain(), 1e-4);
	}

	@Test
	void divergedTrainingBeginsAgainLowerAndSaysSo() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.4 - step / 100.0, 6e-4, NEVER);
		final Training training = train(network, 20, step -> true);
		assertFalse(notes.isEmpty());
		assertTrue(notes.get(0).contains("0.002") && notes.get(0).contains("again"), notes.get(0));
		assertEquals(notes.size() + 2, network.begun, "each time from the start, and the best at the end");
		for (final float loss : training.loss())
			assertTrue(Float.isFinite(loss));
		final double last = network.rates.subList(network.rates.size() - 20, network.rates.size()).stream().mapToDouble(
			r -> r).max().getAsDouble();
		assertTrue(last <= 6e-4 && last > 6e-5, "one run of 20 steps at a lower rate: " + last);
		assertEquals(0.2f, network.weights()[0][0], 1e-6);
	}

	@Test
	void aDeadNetworkBeginsAgainLower() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, NEVER, 6e-4);
		train(network, 40, step -> true);
		assertTrue(notes.get(0).contains("dead"), notes.toString());
		assertEquals(0.1f, network.weights()[0][0]);
	}

	@Test
	void trainingThatAlwaysDivergesIsAnError() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, 0, NEVER);
		final IllegalStateException e = assertThrows(IllegalStateException.class, () -> train(network, 20, step -> true));
		assertTrue(e.getMessage().contains("0.002") && e.getMessage().contains("learning rate"), e.getMessage());
		assertEquals(network.rates.size() - 1, notes.size(), "a note for every time that it began again, no more");
		assertNoThreadIsLeft();
	}

	@Test
	void anImageThatCubicEnlargementRebuildsExactlyGivesAFiniteGain() {
		final Plane stripes = new Plane(1, 16, 16);
		for (int i = 0; i < 256; i++)
			stripes.data[i] = i / 16 % 2;
		final TrainingSettings across = new TrainingSettings(new Factor(1, 2), Kernel.cubic(), null, Augmentation.DEFAULT,
			16, false, 10, 2e-3, 1);
		final ScriptedNetwork network = new ScriptedNetwork(step -> 1e-3, NEVER, NEVER);
		final Training training = new Trainer(network, across, monitor(s -> true)).train(List.of(stripes));
		assertTrue(Double.isFinite(training.gain()), "gain " + training.gain());
		assertEquals(1e-3f, network.weights()[0][0]);
	}

	@Test
	void finishingNowGivesTheBestSoFar() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.4 - step / 100.0, NEVER, NEVER);
		final Training training = train(network, 1000, step -> step < 12);
		assertEquals(12, training.steps());
		assertEquals(12, network.rates.size());
		assertEquals(0.28f, network.weights()[0][0], 1e-6, "the latest was measured and is the best");
		assertNoThreadIsLeft();
	}

	@Test
	void cancelingStopsBeforeTheNextStep() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, NEVER, NEVER);
		assertThrows(CancellationException.class, () -> train(network, 1000, step -> {
			if (step == 5) throw new CancellationException();
			return true;
		}));
		assertEquals(5, network.rates.size());
		assertNoThreadIsLeft();
	}

	/** Examples are made on a thread of their own, which has to end with the training. */
	private static void assertNoThreadIsLeft() {
		final long deadline = System.nanoTime() + 20_000_000_000L;
		while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().contains("zero-shot-sr"))) {
			assertTrue(System.nanoTime() < deadline, "the thread of the examples is still there");
			Thread.onSpinWait();
		}
	}

	@Test
	void ratesAreTheSchedules() {
		final ScriptedNetwork network = new ScriptedNetwork(step -> 0.1, NEVER, NEVER);
		train(network, 40, step -> true);
		final Schedule schedule = new FixedSchedule(40, 2e-3);
		for (int i = 0; i < 40; i++)
			assertEquals(schedule.rate(i), network.rates.get(i));
	}

	@Test
	void aRealNetworkLearnsAndRepeatsItself() {
		final NetworkSpec spec = new NetworkSpec(1, 3, 8, NetworkSpec.Start.HE, "cpu", NetworkSpec.Precision.FLOAT32);
		// blobs, which a network can learn to sharpen
		final Plane image = new Plane(1, 40, 44);
		for (int y = 0; y < 40; y++)
			for (int x = 0; x < 44; x++)
				image.data[y * 44 + x] = (y / 5 + x / 5) % 2;
		final float[][][] weights = new float[2][][];
		double gain = 0;
		for (int run = 0; run < 2; run++) {
			final float[][] initial = InitialWeights.draw(spec, 1);
			try (TensorFlowNetwork network = new TensorFlowNetwork(spec, initial)) {
				gain = new Trainer(network, settings(200), monitor(s -> true)).train(List.of(image)).gain();
				weights[run] = network.weights();
			}
		}
		assertTrue(gain > 1, "dB over bicubic: " + gain);
		for (int l = 0; l < 3; l++)
			assertArrayEquals(weights[0][l], weights[1][l]);
	}

	/** The published start of a deep network is below float's rounding; it wakes within 200 steps. */
	@Test
	void aDeepNetworkWithThePublishedStartIsNotTakenForDead() {
		final NetworkSpec spec = new NetworkSpec(1, 12, 8, NetworkSpec.Start.PAPER, "cpu", NetworkSpec.Precision.FLOAT32);
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec, InitialWeights.draw(spec, 1))) {
			final Training training = new Trainer(network, settings(250), monitor(s -> true)).train(List.of(image(1)));
			assertEquals(250, training.steps(), "it did not begin again: " + notes);
		}
	}
}
