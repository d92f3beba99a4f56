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

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.Factor;

/** Tells of a stage's training or enlarging as a part of the plane's work. */
final class StageProgress extends WrappedProgress {

	private final String name;
	private final DoubleUnaryOperator done;

	/**
	 * @param stage counted from 0
	 * @param done  from the part that is done of the training (or enlarging) to that of the plane's work
	 */
	StageProgress(final Progress progress, final int stage, final int stages, final Factor factor,
		final DoubleUnaryOperator done)
	{
		super(progress);
		this.done = done;
		name = stages == 1 ? "" : String.format(Locale.ROOT, " for x%.4g x %.4g (%d of %d)", factor.rows(), factor.columns(),
			stage + 1, stages);
	}

	@Override
	public void update(final Status status) {
		super.update(status.within(status.stage() + name, done.applyAsDouble(status.done())));
	}
}
