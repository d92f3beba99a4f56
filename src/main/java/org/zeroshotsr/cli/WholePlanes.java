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
package org.zeroshotsr.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.WrappedCheckpoint;

/** A journal, of which what was done of planes that are not whole does not count. */
final class WholePlanes extends WrappedCheckpoint {

	private final Set<Integer> whole;

	private WholePlanes(final Journal journal, final Set<Integer> whole) {
		super(journal);
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
		final Done done = super.before(index);
		return done == null || index >= 0 && !whole.contains(done.plane()) ? null : done;
	}
}
