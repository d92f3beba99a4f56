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
