package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.zeroshotsr.Engine;
import org.zeroshotsr.LocalEngine;
import org.zeroshotsr.Option;
import org.zeroshotsr.Options;
import org.zeroshotsr.PlaneReport;
import org.zeroshotsr.Result;
import org.zeroshotsr.progress.Progress;

import net.imglib2.type.numeric.real.FloatType;

/** Work in another process gives what it gives in this one. */
class WorkerEngineTest {

	private static final WorkerPool POOL = new WorkerPool(2000);
	private static final Engine.Maker WORKER = (o, c, h, w) -> new WorkerEngine(o, c, h, w, WorkerHome.find(), POOL);

	@Test
	void sameBits() {
		final Options options = WorkerRuns.SMALL.with(Option.STACK, "warm");
		final Result<FloatType> local = WorkerRuns.run(options, 2, Progress.NONE, LocalEngine::new);
		final Result<FloatType> remote = WorkerRuns.run(options, 2, Progress.NONE, WORKER);
		assertArrayEquals(WorkerRuns.samples(local), WorkerRuns.samples(remote));
		System.err.println(remote.report());
	}
}
