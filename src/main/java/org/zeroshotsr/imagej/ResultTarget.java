package org.zeroshotsr.imagej;

import java.io.Closeable;
import java.io.IOException;

import org.zeroshotsr.Report;
import org.zeroshotsr.run.PlaneSink;

/** What an enlarged image goes into part by part, instead of being held in memory. */
public interface ResultTarget extends PlaneSink, Closeable {

	/** Has on the disk what was written so far: of what takes whole planes alone, those. */
	void sync() throws IOException;

	/** Whether a plane that was written is there, as far as that can be told. */
	boolean isWhole(long[] position);

	/** Whether a plane that is whole is all that is kept of it, so that one in parts is begun again. */
	boolean keepsWholePlanes();

	/**
	 * Adds all that belongs to the pixels, and how they were made.
	 *
	 * @throws IOException if the disk is full
	 */
	void finish(Report report) throws IOException;
}
