package org.zeroshotsr.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.run.Checkpoint;

/** A journal, of which what was done of planes that are not whole does not count. */
final class WholePlanes implements Checkpoint {

	private final Journal journal;
	private final Set<Integer> whole;

	private WholePlanes(final Journal journal, final Set<Integer> whole) {
		this.journal = journal;
		this.whole = whole;
	}

	/**
	 * @param planes positions, in the order they are done
	 * @param warm   whether each plane goes on from what the one before has learnt
	 * @throws BadInput where a plane is not there that is needed for the next ones
	 */
	static Checkpoint of(final Journal journal, final ResultTarget result, final List<long[]> planes, final boolean warm) {
		if (!result.keepsWholePlanes()) return journal;
		final Set<Integer> whole = new HashSet<>();
		for (final Done done : journal.done()) {
			if (!done.whole()) continue;
			if (result.isWhole(planes.get(done.plane()))) whole.add(done.plane());
			else if (warm) throw new BadInput("--resume: plane " + (done.plane() + 1) +
				" was done before, and is not all there any more; leave --resume out to begin again");
		}
		return new WholePlanes(journal, whole);
	}

	@Override
	public Done before(final int index) {
		final Done done = journal.before(index);
		return done == null || !whole.contains(done.plane()) ? null : done;
	}

	@Override
	public Learnt learnt(final int group) {
		return journal.learnt(group);
	}

	@Override
	public void learnt(final int group, final Learnt learnt) {
		journal.learnt(group, learnt);
	}

	@Override
	public void done(final Done plane) {
		journal.done(plane);
	}
}
