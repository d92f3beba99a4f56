package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.enlarge.EnlargeSettings;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.InitialWeights;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Augmentation;
import org.zeroshotsr.train.Training;
import org.zeroshotsr.train.TrainingSettings;

class PlaneUpscalerTest {

	private static final NetworkSpec SPEC = new NetworkSpec(1, 3, 8, NetworkSpec.Start.HE, "cpu",
		NetworkSpec.Precision.FLOAT32);
	private static final float[][] INITIAL = InitialWeights.draw(SPEC, 1);
	private static final PlaneUpscaler.Monitor SILENT = new PlaneUpscaler.Monitor() {

		@Override
		public boolean stepped(final int steps, final int of, final double loss, final double gain) {
			return true;
		}

		@Override
		public void note(final String message) {}

		@Override
		public void stage(final int stage, final int stages, final Factor factor) {}

		@Override
		public void passed(final int passes, final int of) {}
	};

	private static Plane blobs(final double phase) {
		final Plane plane = new Plane(1, 28, 30);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (0.5 + 0.5 * Math.sin(0.7 * (i % 30) + phase) * Math.cos(0.6 * (i / 30)));
		return plane;
	}

	private static PlaneSettings settings(final Factor... stages) {
		final Factor last = stages[stages.length - 1];
		return new PlaneSettings(List.of(stages), new TrainingSettings(last, Kernel.cubic(), null, Augmentation.DEFAULT, 24,
			false, 60, 2e-3, 1), new EnlargeSettings(last, Kernel.cubic(), 1, 2, 512));
	}

	private static final class Run {

		private final Plane result = new Plane(1, 56, 60);
		private PlaneUpscaler.Outcome outcome;

		static Run of(final PlaneUpscaler upscaler, final Plane plane, final boolean warm) {
			final Run run = new Run();
			run.outcome = upscaler.upscale(plane, null, warm, Output.into(run.result), SILENT);
			return run;
		}

		/** dB on the plane's own shrunken copy before the first step of stage {@code i}. */
		double gainAtStart(final int i) {
			return outcome.trainings().get(i).gains()[0];
		}
	}

	@Test
	void planesForgetEachOtherUnlessWarm() {
		try (TensorFlowNetwork network = new TensorFlowNetwork(SPEC, INITIAL)) {
			final PlaneUpscaler alone = new PlaneUpscaler(network, INITIAL, settings(new Factor(2, 2)));
			final Run second = Run.of(alone, blobs(1), false);
			final PlaneUpscaler both = new PlaneUpscaler(network, INITIAL, settings(new Factor(2, 2)));
			final Run first = Run.of(both, blobs(0), false);
			assertArrayEquals(second.result.data, Run.of(both, blobs(1), false).result.data);
			assertFalse(Arrays.equals(first.result.data, second.result.data));
			// warm: begins where the plane before ended, with fewer steps
			final Run warm = Run.of(both, blobs(1), true);
			assertEquals(9, warm.outcome.trainings().get(0).steps(), "15 % of 60");
			assertEquals(second.outcome.trainings().get(0).gain(), warm.gainAtStart(0), 1e-9, "the same plane, trained");
			// a warm plane without one before it is trained in full
			final Run lonely = Run.of(new PlaneUpscaler(network, INITIAL, settings(new Factor(2, 2))), blobs(1), true);
			assertEquals(60, lonely.outcome.trainings().get(0).steps());
			assertArrayEquals(second.result.data, lonely.result.data);
		}
	}

	@Test
	void stagesGrowOneOnAnother() {
		try (TensorFlowNetwork network = new TensorFlowNetwork(SPEC, INITIAL)) {
			final PlaneUpscaler upscaler = new PlaneUpscaler(network, INITIAL, settings(new Factor(1, 1.5), new Factor(1.5,
				1.5), new Factor(2, 2)));
			final Run run = Run.of(upscaler, blobs(0), false);
			final List<Training> trainings = run.outcome.trainings();
			assertEquals(3, trainings.size());
			for (final Training t : trainings)
				assertEquals(60, t.steps());
			assertEquals(0, run.gainAtStart(0), 0.1, "the first stage begins at bicubic");
			assertFalse(Math.abs(run.gainAtStart(1)) < 0.1, "the second goes on from the first: " + run.gainAtStart(1));
			for (final float v : run.result.data)
				assertEquals(0.5, v, 0.8);
			// and a warm plane goes on from each stage's own weights
			final Run warm = Run.of(upscaler, blobs(0), true);
			for (int i = 0; i < 3; i++) {
				assertEquals(9, warm.outcome.trainings().get(i).steps());
				assertEquals(trainings.get(i).gain(), warm.gainAtStart(i), 1e-9, "stage " + i);
			}
		}
	}
}
