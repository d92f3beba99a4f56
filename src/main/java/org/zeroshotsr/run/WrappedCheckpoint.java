package org.zeroshotsr.run;

/** Passes everything on to another one; for those that change one thing. */
public class WrappedCheckpoint implements Checkpoint {

	private final Checkpoint other;

	public WrappedCheckpoint(final Checkpoint other) {
		this.other = other;
	}

	@Override
	public Done before(final int index) {
		return other.before(index);
	}

	@Override
	public boolean isWanted(final int plane) {
		return other.isWanted(plane);
	}

	@Override
	public boolean isGiven() {
		return other.isGiven();
	}

	@Override
	public Learnt learnt(final int group) {
		return other.learnt(group);
	}

	@Override
	public void learnt(final int group, final Learnt learnt) {
		other.learnt(group, learnt);
	}

	@Override
	public void done(final Done plane) {
		other.done(plane);
	}
}
