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

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.Factor;

/**
 * The memory that a run needs, in bytes: one sum for the Java that asked for it, the one that trains, TensorFlow, and
 * what the two share.
 *
 * @param result   the enlarged image
 * @param beside   what the caller makes of it or beside it: a copy in ImageJ's RGB, a bicubic image
 * @param plane    for the plane that is being done, in this Java
 * @param training the heap of the Java that trains, where that is another; else 0
 * @param shared   memory that planes pass through between the two
 */
public record Budget(long result, long beside, long plane, long training, long shared) {

	/** How the refusal of a run begins that does not fit. */
	public static final String SHORT = "there is not enough memory";

	/** System property: what this program may take in all, in MB, where the user has said. */
	public static final String LIMIT = "zeroshotsr.memory";

	/** TensorFlow 2.18's libraries, threads and tiles; measured: 420 MB. */
	private static final long TENSORFLOW = 500L << 20;
	/** Beside what grows with the plane: classes, examples, the tiles of 8 flips and turns; measured: 50 MB and 16 a channel. */
	private static final long TRAINING = 64L << 20;
	private static final long TILES = 24L << 20;
	/** A plane, its structure, its known pixels, fathers and sons; measured: 20. */
	private static final long BYTES_PER_SAMPLE = 24;
	/** What passes between the processes at a time. */
	private static final long BANDS = 16L << 20;
	/** Room in a heap, without which Java would do nothing but look for some. */
	private static final double ROOM = 1.5;
	private static final long JAVA = 384L << 20;

	/**
	 * @param recipe   of a plane of so many merged colours, rows and columns
	 * @param maker    of the engine
	 */
	public static Budget of(final long result, final long beside, final Recipe recipe, final int channels, final int height,
		final int width, final Engine.Maker maker)
	{
		final long samples = (long) channels * height * width;
		final long training = training(recipe, channels, height, width);
		if (!maker.isApart()) return new Budget(result, beside, training, 0, 0);
		final Factor factor = recipe.factor();
		return new Budget(result, beside, 2 * Float.BYTES * samples + BANDS, maker.heap(heap(training)), Float.BYTES * (samples +
			(long) recipe.layers() * channels * factor.height(height) * factor.width(width)));
	}

	/**
	 * What training on a plane, or for a stack on parts of many, and enlarging it takes of a Java's heap, the enlarged plane
	 * not counted.
	 */
	private static long training(final Recipe recipe, final int channels, final int height, final int width) {
		final long samples = Mosaic.samples((long) channels * height * width);
		long bytes = TRAINING + channels * TILES + BYTES_PER_SAMPLE * samples;
		// each stage's result joins the sources of the next
		for (final Factor stage : recipe.stages().subList(0, recipe.stages().size() - 1))
			bytes += (long) (2 * Float.BYTES * stage.rows() * stage.columns() * samples);
		return bytes;
	}

	/** The heap that a Java gets which trains by this recipe and does nothing else. */
	public static long heap(final Recipe recipe, final int channels, final int height, final int width) {
		return heap(training(recipe, channels, height, width));
	}

	private static long heap(final long training) {
		return JAVA + (long) (ROOM * training);
	}

	/** Of this Java's heap. */
	long here() {
		return result + beside + plane;
	}

	/** Of the computer, more than this Java has by now. */
	long more(final long unusedHeap) {
		return Math.max(0, here() - unusedHeap) + training + shared + TENSORFLOW;
	}

	/**
	 * Refuses a run that does not fit, before any work.
	 *
	 * @param maker may give back what it keeps
	 * @throws IllegalArgumentException with the numbers
	 */
	public void check(final Engine.Maker maker) {
		if (here() <= MachineMemory.freeHeap() && more(unused()) <= MachineMemory.free()) return;
		// what nobody needs any more
		maker.release();
		System.gc();
		check(MachineMemory.freeHeap(), Runtime.getRuntime().maxMemory(), unused(), MachineMemory.free());
	}

	private static long unused() {
		return Runtime.getRuntime().freeMemory();
	}

	/** The same with what is free: of this Java's heap, at most so large; of what it has by now; of the computer. */
	void check(final long freeHeap, final long heap, final long unusedHeap, final long free) {
		if (here() > freeHeap) throw new BadInput(String.format(Locale.ROOT,
			SHORT + ": the result needs %s%s, working on a plane %s, and of Java's %s there are %s free; choose a smaller scale, " +
				"enlarge part of the image or stack, close other images, or give Java more memory (-Xmx; Edit > Options > Memory & Threads...)",
			text(result), beside == 0 ? "" : ", its copies and what is made beside it " + text(beside), text(plane), text(heap), text(
				freeHeap)));
		if (more(unusedHeap) > free) throw new BadInput(String.format(Locale.ROOT,
			SHORT + ": the run needs %s (result and plane %s, training %s, TensorFlow %s, shared between them %s), and this computer, " +
				"or container, has %s free; close other programs, choose a smaller scale, or enlarge part of the image or stack",
			text(here() + training + shared + TENSORFLOW), text(here()), text(training), text(TENSORFLOW), text(shared), text(
				free)));
	}

	/** "450 MB", "2.3 GB". */
	private static String text(final long bytes) {
		return bytes < 1e9 ? Math.round(bytes / 1e6) + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
	}
}
