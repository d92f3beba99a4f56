package org.zeroshotsr.worker;

import org.zeroshotsr.run.Budget;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Recipe;

/**
 * Makes engines that work in a process of their own, whose memory is part of a run's budget.
 *
 * @param heap the least that its Java gets, in MB; it gets more where the plane needs it
 */
public record Workers(int heap) implements Engine.Maker {

	@Override
	public Engine make(final Recipe recipe, final int channels, final int height, final int width) {
		return new WorkerEngine(recipe, channels, height, width, WorkerHome.find().of(recipe), WorkerPool.SHARED, megabytes(heap(
			Budget.heap(recipe, channels, height, width))));
	}

	/** @throws WorkerException where what the processes are started from is missing */
	public static void check() {
		WorkerHome.find();
	}

	static int megabytes(final long bytes) {
		return Math.toIntExact(bytes >> 20);
	}

	@Override
	public boolean isApart() {
		return true;
	}

	@Override
	public long heap(final long needed) {
		return Math.max(needed, (long) heap << 20);
	}

	/** Ends a process that waits for the next image. */
	@Override
	public void release() {
		WorkerPool.SHARED.release();
	}
}
