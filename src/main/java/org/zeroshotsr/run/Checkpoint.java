package org.zeroshotsr.run;

import java.util.List;

import org.zeroshotsr.train.Training;

/** What is kept of a run as it goes on, so that after its end, however that came, another can go on from there. */
public interface Checkpoint {

	/** Keeps nothing. */
	Checkpoint NONE = new Checkpoint() {

		@Override
		public List<Done> before() {
			return List.of();
		}

		@Override
		public Learnt learnt(final int group) {
			return null;
		}

		@Override
		public void learnt(final int group, final Learnt learnt) {}

		@Override
		public void done(final Done plane) {}
	};

	/**
	 * A plane that is done, or of a large one a part, and with that in its place.
	 *
	 * @param report     what happened to it
	 * @param notes      what was said meanwhile
	 * @param tensorflow as {@link StackRun.Record#tensorflow()}
	 * @param device     that TensorFlow ran on
	 * @param precision  what the convolutions computed in
	 * @param memory     what the next plane goes on from; null where each begins afresh
	 * @param flicker    what {@link Flicker} has found between it and the plane before
	 * @param whole      whether with it all of its plane is done
	 */
	record Done(PlaneReport report, List<String> notes, String tensorflow, String device, String precision,
		Engine.Memory memory, double[] flicker, boolean whole)
	{

		/** The same without what the engine remembers. */
		public Done forgetful() {
			return new Done(report, notes, tensorflow, device, precision, null, flicker, whole);
		}
	}

	/**
	 * What was learnt from planes together.
	 *
	 * @param memory of the engine; null where that cannot be had
	 */
	record Learnt(List<Training> trainings, Engine.Memory memory) {}

	/** What the runs before this one have done, in their order. */
	List<Done> before();

	/** What was learnt from several planes, or parts of one, together, counted from 0; null where that is still to be done. */
	Learnt learnt(int group);

	/** Keeps it. */
	void learnt(int group, Learnt learnt);

	/** A plane is done. */
	void done(Done plane);
}
