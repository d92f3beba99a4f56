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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.run.Engine.Start;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Course;

class RunProgressTest {

	private final List<Status> heard = new ArrayList<>();
	private final List<String> said = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	private final Progress caller = new WrappedProgress(Progress.NONE) {

		@Override
		public void update(final Status status) {
			heard.add(status);
		}

		@Override
		public void note(final String message) {
			said.add(message);
		}
	};

	/** Three planes, of which the last two are warm, in two stages each, as the upscaler tells of them. */
	@Test
	void theRunsPartRisesFromNothingToAll() {
		final Recipe recipe = new Recipe(List.of(new Factor(1.5, 1.5), new Factor(2, 2)), Kernel.cubic(), true, null, Stack.WARM, 8, 2, 3,
			8, "cpu", NetworkSpec.Precision.FLOAT32, new Course(false, 200, 32, 50, 1), false, null, Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, List.of());
		final Plan plan = new Plan(recipe, 100, 80);
		final RunProgress run = new RunProgress(caller, notes, 3, new double[] { plan.work(Start.FRESH), plan.work(Start.WARM), plan
			.work(Start.WARM) });
		for (int plane = 0; plane < 3; plane++) {
			final Start start = plane > 0 ? Start.WARM : Start.FRESH;
			run.piece(plane, plane, "Z" + plane);
			for (int stage = 0; stage < 2; stage++) {
				final int of = stage;
				final Progress training = new StageProgress(run, stage, 2, recipe.stages().get(stage), done -> plan.trained(of, start,
					done));
				for (int step = 1; step <= 200; step++)
					training.update(Status.of("training", step, 200, 0.1, 0.2 * step));
				final Progress enlarging = new StageProgress(run, stage, 2, recipe.stages().get(stage), done -> plan.enlarged(of,
					start, done));
				for (int pass = 1; pass <= 8; pass++)
					enlarging.update(Status.of("enlarging", pass, 8));
			}
		}
		assertTrue(heard.size() >= 3 * 2 * 2 * 2, "the first and the last of each part are heard: " + heard.size());
		double last = 0;
		double left = Double.NaN;
		for (final Status s : heard) {
			assertTrue(s.done() >= last && s.done() <= 1 + 1e-12, last + " and then " + s.done());
			assertEquals(3, s.planes());
			if (!Double.isNaN(left)) assertTrue(s.secondsLeft() >= 0 && Double.isFinite(s.secondsLeft()), s.text());
			last = s.done();
			left = s.secondsLeft();
		}
		assertEquals(1, last, 1e-12);
		assertEquals(0, left, 1e-12);
		final Status end = heard.get(heard.size() - 1);
		assertEquals("enlarging for x2.000 x 2.000 (2 of 2)", end.stage());
		assertEquals(40, end.gain(), 1e-12, "the gain stays known while enlarging");
		// what the first plane's training is of the whole
		final double all = plan.work(Start.FRESH) + 2 * plan.work(Start.WARM);
		assertEquals(plan.trained(0, Start.FRESH, 1) * plan.work(Start.FRESH) / all, heard.stream().filter(s -> s.step() == 200).findFirst()
			.orElseThrow().done(), 1e-12);
	}

	@Test
	void timeLeftIsThatOfTheSamePace() throws InterruptedException {
		final RunProgress run = new RunProgress(caller, notes, 1, new double[] { 1 });
		run.piece(0, 0, "");
		final long before = System.nanoTime();
		run.update(Status.of("a", 10, 10).within("a", 0.2));
		final long start = System.nanoTime();
		assertTrue(Double.isNaN(heard.get(0).secondsLeft()), "one point shows no pace");
		Thread.sleep(30);
		final long end = System.nanoTime();
		run.update(Status.of("b", 10, 10).within("b", 0.4));
		final long after = System.nanoTime();
		final double left = heard.get(1).secondsLeft();
		// within rounding
		assertTrue(left >= 2.999 * (end - start) / 1e9 && left <= 3.001 * (after - before) / 1e9,
			"three times as much is left: " + left);
	}

	@Test
	void theFirstStepsSayNothingOfThePace() {
		final RunProgress run = new RunProgress(caller, notes, 1, new double[] { 1 });
		run.piece(0, 0, "");
		for (int step = 1; step <= 12; step++)
			run.update(Status.of("part " + step, step, 100));
		for (int step = 1; step <= 10; step++)
			assertTrue(Double.isNaN(heard.get(step - 1).secondsLeft()));
		assertTrue(heard.get(11).secondsLeft() >= 0);
	}

	@Test
	void notesAreSaidOnceAndTellThePlane() {
		final RunProgress run = new RunProgress(caller, notes, 2, new double[] { 1, 1 });
		run.piece(0, 0, "Z0");
		run.note("odd");
		run.note("odd");
		run.piece(1, 1, "Z1");
		run.note("odd");
		run.noteOfRun("all");
		run.noteOfRun("all");
		assertEquals(List.of("Plane Z0: odd", "Plane Z1: odd", "all"), said);
		assertEquals(said, notes);
	}

	@Test
	void cancelingIsNoticedBetweenPlanesAndAtEveryUpdate() {
		final RunProgress run = new RunProgress(new WrappedProgress(caller) {

			@Override
			public boolean isCanceled() {
				return true;
			}
		}, notes, 1, new double[] { 1 });
		assertThrows(CancellationException.class, () -> run.piece(0, 0, ""));
		assertThrows(CancellationException.class, () -> run.update(Status.of("a", 1, 100)));
		assertEquals(List.of(), heard);
	}
}
