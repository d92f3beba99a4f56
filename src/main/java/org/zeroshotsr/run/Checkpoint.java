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

import java.nio.file.Path;
import java.util.List;

import org.zeroshotsr.train.Training;

/** What is kept of a run as it goes on, so that after its end, however that came, another can go on from there. */
public interface Checkpoint {

	/** Keeps nothing. */
	Checkpoint NONE = new Checkpoint() {

		@Override
		public Done before(final int index) {
			return null;
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
	 * @param index      its number, from 0 in the order they are done
	 * @param plane      that of its plane
	 * @param report     what happened to it
	 * @param notes      what was said meanwhile
	 * @param tensorflow as {@link StackRun.Record#tensorflow()}
	 * @param device     that TensorFlow ran on
	 * @param precision  what the convolutions computed in
	 * @param memory     what the next plane goes on from; null where each begins afresh
	 * @param sums       what {@link Flicker} has found between it and the plane before, or {@link Steepness} in it
	 * @param whole      whether with it all of its plane is done
	 */
	record Done(int index, int plane, PlaneReport report, List<String> notes, String tensorflow, String device, String precision,
		Engine.Memory memory, double[] sums, boolean whole)
	{

		/** The same without what the engine remembers. */
		public Done forgetful() {
			return new Done(index, plane, report, notes, tensorflow, device, precision, null, sums, whole);
		}
	}

	/**
	 * What was learnt from planes together.
	 *
	 * @param memory of the engine; null where that cannot be had
	 * @param notes  what was said meanwhile
	 */
	record Learnt(List<Training> trainings, Engine.Memory memory, List<String> notes) {}

	/** What an earlier run has done of a plane or part, counted from 0 in the order they are done; null where none has. */
	Done before(int index);

	/** Whether a plane, counted from 0 in the order they are done, is wanted of this run. */
	default boolean isWanted(final int plane) {
		return true;
	}

	/** Whether what was learnt comes from elsewhere, and is no work of this run. */
	default boolean isGiven() {
		return false;
	}

	/** Where to keep what one step of a run leaves for the next, for another run to go on from; null for nowhere. */
	default Path between() {
		return null;
	}

	/** What was learnt from several planes, or parts of one, together, counted from 0; null where that is still to be done. */
	Learnt learnt(int group);

	/** Keeps it. */
	void learnt(int group, Learnt learnt);

	/** A plane is done. */
	void done(Done plane);
}
