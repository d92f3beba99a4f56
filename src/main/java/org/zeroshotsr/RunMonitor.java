package org.zeroshotsr;

import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.stack.PlaneUpscaler;

/** Turns what the work on the planes tells into the caller's {@link Progress}, with an estimate of the time left. */
final class RunMonitor implements PlaneUpscaler.Monitor {

	/** Between two updates, so that telling does not slow the work. */
	private static final long INTERVAL_NANOS = 200_000_000;
	/** The first steps prepare TensorFlow: they say nothing about the time the others take. */
	private static final int UNUSUAL_STEPS = 10;
	/** A training step is a pass forward and two back. */
	private static final int PASSES_PER_STEP = 3;
	/** Tiles overlap, and flipping, back-projection and median take their time. */
	private static final double APPLYING_OVERHEAD = 1.5;

	private final Progress progress;
	private final List<String> notes;
	private final int planes;
	private final double stepWork;
	private final double[] applyWork;
	private final int[] stepsOfPlane;

	private int plane;
	private String stageName = "";
	private int stage;
	/** When the work took its usual pace, and how much had been done then. */
	private long paceStart;
	private double paceDone = Double.NaN;
	private double stageSteps;
	private double gain = Double.NaN;
	private long lastUpdate = System.nanoTime() - INTERVAL_NANOS;

	/**
	 * @param stepsOfPlane steps of each plane's single stage, 0 for a plane that is not trained on
	 * @param crop         side of a training crop
	 * @param applyPixels  for each stage, pixels that pass through the network when it is applied
	 */
	RunMonitor(final Progress progress, final List<String> notes, final int[] stepsOfPlane, final int crop,
		final double[] applyPixels)
	{
		this.progress = progress;
		this.notes = notes;
		this.stepsOfPlane = stepsOfPlane;
		planes = stepsOfPlane.length;
		stepWork = (double) PASSES_PER_STEP * crop * crop;
		applyWork = applyPixels;
		for (int i = 0; i < applyWork.length; i++)
			applyWork[i] *= APPLYING_OVERHEAD;
	}

	/** Plane {@code index}, from 0, begins. */
	void plane(final int index) {
		plane = index;
		gain = Double.NaN;
		progress.checkCanceled();
	}

	@Override
	public void stage(final int newStage, final int stages, final Factor factor) {
		stage = newStage;
		stageName = stages == 1 ? "" : String.format(" for x%.4g x %.4g (%d of %d)", factor.rows(), factor.columns(), stage +
			1, stages);
	}

	@Override
	public boolean stepped(final int steps, final int of, final double loss, final double newGain) {
		gain = newGain;
		stageSteps = steps;
		tell("training" + stageName, steps, of, loss, steps * stepWork);
		return !progress.isFinishing();
	}

	@Override
	public boolean wantsPreview() {
		return progress.wantsPreview();
	}

	@Override
	public void preview(final Plane bicubic, final Plane current) {
		progress.preview(bicubic, current);
	}

	/** Parts of the estimation of a channel's kernel are done. */
	void estimating(final int done, final int of) {
		progress.checkCanceled();
		// says nothing about the pace of the training
		progress.update(new Status(Estimation.ESTIMATING, plane + 1, planes, done, of, Double.NaN, Double.NaN, Double.NaN));
	}

	@Override
	public void passed(final int passes, final int of) {
		tell("enlarging" + stageName, passes, of, Double.NaN, stageSteps * stepWork + applyWork[stage] * passes / of);
	}

	@Override
	public void waiting(final String what) {
		if (what == null) progress.checkCanceled();
		else tell(what, 0, 1, Double.NaN, 0);
	}

	private void tell(final String what, final int step, final int steps, final double loss, final double done) {
		progress.checkCanceled();
		final long now = System.nanoTime();
		if (now - lastUpdate < INTERVAL_NANOS && step < steps) return;
		lastUpdate = now;
		progress.update(new Status(what, plane + 1, planes, step, steps, loss, gain, secondsLeft(now, done, step)));
	}

	private double secondsLeft(final long now, final double doneOfStage, final int step) {
		final double done = work(plane) + workOfStages(plane, stage) + doneOfStage;
		if (Double.isNaN(paceDone)) {
			if (step < UNUSUAL_STEPS) return Double.NaN;
			paceStart = now;
			paceDone = done;
		}
		if (done <= paceDone) return Double.NaN;
		return Math.max(0, (work(planes) - done) * (now - paceStart) / 1e9 / (done - paceDone));
	}

	/** Work of the planes before {@code count}. */
	private double work(final int count) {
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += workOfStages(i, applyWork.length);
		return sum;
	}

	private double workOfStages(final int index, final int stages) {
		double sum = 0;
		for (int i = 0; i < stages; i++)
			sum += stepsOfPlane[index] * stepWork + applyWork[i];
		return sum;
	}

	@Override
	public void note(final String message) {
		notes.add(message);
		progress.note(message);
	}
}
