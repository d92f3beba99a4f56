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
package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.train.Training;
import org.zeroshotsr.run.Engine;

/** For tests of front ends: a user who cancels at a certain stage of a run in the training process, and what is left then. */
public final class CanceledRuns {

	private CanceledRuns() {}

	/**
	 * A training process during whose work the user does something once.
	 *
	 * @param stage {@code starting}, {@code training}, {@code enlarging}, or {@code output}, when a plane has come back
	 */
	public static Engine.Maker worker(final String stage, final Runnable user) {
		WorkerRuns.endSharedProcess();
		final AtomicBoolean done = new AtomicBoolean();
		return (recipe, channels, height, width) -> new Watched(new WorkerEngine(recipe, channels, height, width), now -> {
			if (now.equals(stage) && !done.getAndSet(true)) user.run();
		});
	}

	/** Neither a process of this one's, nor shared memory. */
	public static void assertNothingIsLeft() {
		assertEquals(List.of(), WorkerRuns.children());
		if (WorkerRuns.onLinux()) assertEquals(List.of(), WorkerRuns.sharedMemory(ProcessHandle.current().pid()));
	}

	private interface Hook {

		void at(String stage);
	}

	private record Watched(Engine engine, Hook hook) implements Engine {

		@Override
		public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
			return engine.learn(mosaic, steps, watched(progress));
		}

		@Override
		public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
			return engine.upscale(plane, start, (y, x, part) -> {
				hook.at("output");
				output.put(y, x, part);
			}, watched(progress));
		}

		private Progress watched(final Progress progress) {
			return new WrappedProgress(progress) {

				@Override
				public void update(final Status status) {
					hook.at(status.stage().split(" ")[0]);
					super.update(status);
				}
			};
		}

		@Override
		public String device() {
			return engine.device();
		}

		@Override
		public String precision() {
			return engine.precision();
		}

		@Override
		public String tensorflow() {
			return engine.tensorflow();
		}

		@Override
		public void abort() {
			engine.abort();
		}

		@Override
		public void close() {
			engine.close();
		}
	}
}
