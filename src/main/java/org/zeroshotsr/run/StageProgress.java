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
