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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;

/** One network for several planes. */
class LocalEngineTest {

	private static final int HEIGHT = 40;
	private static final int WIDTH = 48;

	private final List<String> notes = new ArrayList<>();
	private final Progress progress = new WrappedProgress(Progress.NONE) {

		@Override
		public void note(final String message) {
			notes.add(message);
		}
	};

	private static Plane waves(final double period, final double level) {
		final Plane plane = new Plane(1, HEIGHT, WIDTH);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				plane.data[y * WIDTH + x] = (float) (level + 700 * Math.sin(2 * Math.PI * x / period) * Math.cos(2 * Math.PI * y / (period +
					2)));
		return plane;
	}

	private static LocalEngine engine() {
		return new LocalEngine(Options.defaults().with(Map.of("depth", "3", "width", "8", "steps", "150", "crop", "32", "ensemble",
			"1", "device", "cpu", "precision", "float32", "preset", "ideal", "back-projection", "0")).recipe(0), 1, HEIGHT, WIDTH);
	}

	private Engine.Outcome upscale(final LocalEngine engine, final Plane plane, final Engine.Start start, final Plane result) {
		return engine.upscale(plane.copy(), start, Output.into(result), progress);
	}

	@Test
	void aPlaneIsServedOrHasItsOwnTraining() {
		final Plane alike = waves(13, 900);
		// the others' network makes it worse: it turns what is learnt of long waves on short ones
		final Plane unlike = waves(2.6, 3000);
		final Plane result = new Plane(1, 2 * HEIGHT, 2 * WIDTH);
		final Plane alone = new Plane(1, 2 * HEIGHT, 2 * WIDTH);
		try (LocalEngine engine = engine(); LocalEngine fresh = engine()) {
			assertTrue(engine.learn(waves(12, 1000), 1, progress).get(0).learnt());
			assertEquals(0, upscale(engine, alike, Engine.Start.AUTO, result).trainings().get(0).steps());
			assertEquals(List.of(), notes);
			final Engine.Outcome own = upscale(engine, unlike, Engine.Start.AUTO, result);
			assertTrue(own.trainings().stream().mapToInt(t -> t.steps()).sum() >= 150, "trained on its own");
			assertTrue(notes.get(0).contains("does not serve this one"), notes.toString());
			upscale(fresh, unlike, Engine.Start.FRESH, alone);
			assertArrayEquals(alone.data, result.data, "the same as without the others");
			assertEquals(0, upscale(engine, alike, Engine.Start.JOINT, result).trainings().get(0).steps(),
				"and the common network is still there");
			assertEquals(0, upscale(engine, unlike, Engine.Start.JOINT, result).trainings().get(0).steps(), "insisted on");
		}
	}
}
