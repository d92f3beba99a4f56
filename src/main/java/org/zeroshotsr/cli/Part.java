package org.zeroshotsr.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.WrappedCheckpoint;

/**
 * One of several parts of a job, which tasks do apart from each other.
 *
 * @param number from 1
 * @param of     how many there are
 */
record Part(int number, int of) {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

	/** @param text such as "2/4" */
	static Part of(final String text) {
		final Matcher part = TEXT.matcher(text.trim());
		if (part.matches()) {
			final Part made = new Part(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)));
			if (made.number >= 1 && made.number <= made.of) return made;
		}
		throw new BadInput("--part: '" + text + "' is not possible; it takes I/N, such as 2/4 for the second of four");
	}

	/** Whether a plane, from 0, of so many is of this part: each has planes that follow one another. */
	boolean has(final int plane, final int planes) {
		return (long) plane * of / planes == number - 1;
	}

	/** A checkpoint that wants the planes of this part alone. */
	Checkpoint in(final Checkpoint other, final int planes) {
		return new WrappedCheckpoint(other) {

			@Override
			public boolean isWanted(final int plane) {
				return has(plane, planes);
			}
		};
	}

	/** As it is in files' names. */
	@Override
	public String toString() {
		return "part" + number + "of" + of;
	}
}
