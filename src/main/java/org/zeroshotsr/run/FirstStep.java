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

/** A checkpoint's part for the first of two steps: numbers below 0. What it made is on the disk before that is told. */
final class FirstStep extends WrappedCheckpoint {

	private final Scratch made;

	/** @param made takes what the step makes */
	FirstStep(final Checkpoint other, final Scratch made) {
		super(other);
		this.made = made;
	}

	private static int number(final int ofStep) {
		return -1 - ofStep;
	}

	@Override
	public Done before(final int index) {
		return made.isOld() ? super.before(number(index)) : null;
	}

	@Override
	public Learnt learnt(final int group) {
		return super.learnt(number(group));
	}

	@Override
	public void learnt(final int group, final Learnt learnt) {
		super.learnt(number(group), learnt);
	}

	@Override
	public void done(final Done plane) {
		made.sync();
		super.done(new Done(number(plane.index()), number(plane.plane()), plane.report(), plane.notes(), plane.tensorflow(), plane
			.device(), plane.precision(), plane.memory(), plane.sums(), false));
	}
}
