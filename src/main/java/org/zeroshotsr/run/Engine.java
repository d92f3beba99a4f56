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

import java.util.List;
import java.util.stream.Stream;

import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.enlarge.HalfWidths;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.train.Training;

/**
 * What trains on planes and enlarges them, one after another, by the recipe it was made for: in this process
 * ({@link LocalEngine}) or in another. Not for use by several threads at once.
 */
public interface Engine extends AutoCloseable {

	/** Makes an engine for planes of one size. */
	interface Maker {

		/**
		 * @param recipe   with nothing left to be estimated
		 * @param channels merged colours of a plane, 1 or 3
		 * @param height   rows of a plane
		 * @param width    columns of a plane
		 */
		Engine make(Recipe recipe, int channels, int height, int width);

		/** Whether what it makes works in a Java of its own, whose memory is not this one's. */
		default boolean isApart() {
			return false;
		}

		/**
		 * The heap of that Java.
		 *
		 * @param needed bytes that the work needs
		 */
		default long heap(final long needed) {
			return needed;
		}

		/** Gives back the memory of what is kept for the next engine. */
		default void release() {}
	}

	/**
	 * What became of a plane.
	 *
	 * @param trainings one for each stage, and one before the last where there were two tries; the last is that of the result
	 * @param consistency of the input and the shrunken result, in grey levels
	 * @param verdict   what the result is estimated to be worth, its errors in grey levels
	 */
	record Outcome(List<Training> trainings, Consistency consistency, Verdict verdict) {

		/** The same where other trainings came before it. */
		Outcome after(final List<Training> before) {
			return before.isEmpty() ? this : new Outcome(Stream.concat(before.stream(), trainings.stream()).toList(), consistency, verdict);
		}
	}

	/** How a plane comes by its network. */
	enum Start {

		/** It is trained on the plane. */
		FRESH,
		/** The network of the last plane is trained on. */
		WARM,
		/** It is the one that has learnt from many; see {@link Engine#learn}. */
		JOINT,
		/** The same, but where that does not serve, one of the plane's own is trained. */
		AUTO,
		/** As JOINT for a part of a plane, of which none is judged by itself: by what it all was. */
		PART
	}

	/**
	 * Trains one network for several planes.
	 *
	 * @param mosaic   parts of planes in grey levels, with samples that are no numbers between them; overwritten
	 * @param steps    how many times as many as a plane has
	 * @param progress is told what goes on, as parts of the training, and may cancel
	 * @return one for each stage
	 */
	List<Training> learn(Plane mosaic, double steps, Progress progress);

	/**
	 * Enlarges a plane.
	 *
	 * @param plane    in grey levels, with its holes, and not constant; its samples are overwritten
	 * @param start    where its network comes from
	 * @param output   takes the result in grey levels, not rounded, and as further channels each map of the recipe
	 * @param progress is told what goes on, as parts of this plane's work, and may cancel
	 */
	Outcome upscale(Plane plane, Start start, Output output, Progress progress);

	/**
	 * Enlarges several planes of one size, each by itself, with the network that has learnt from many, see {@link #learn}, by
	 * what they all were; none is judged by itself.
	 *
	 * @param planes   one below the other, in grey levels, with their holes; overwritten
	 * @param count    how many they are
	 * @param output   takes the results, one below the other, in grey levels, not rounded
	 * @param progress may cancel
	 * @return root mean square difference of planes and shrunken results, in grey levels
	 */
	default double enlargeEach(final Plane planes, final int count, final Output output, final Progress progress) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What the next planes' work goes on from, beside the planes themselves: another engine of the same recipe that
	 * remembers it does them alike.
	 *
	 * @param range of the planes that were learnt from together, in grey levels; null for none
	 * @param level their means, of each channel, in working units; null for none
	 * @param joint weights of each stage that came of it, null where nothing was learnt; null for none
	 * @param verdict on it, in working units; null for none
	 * @param widths how far the truth may be from what it makes; null where nobody has asked
	 * @param warm  weights of each stage after the last plane, null where nothing was learnt
	 */
	record Memory(IntensityRange range, float[] level, float[][][] joint, Verdict verdict, HalfWidths widths,
		float[][][] warm) {}

	/** What is remembered now; null where that cannot be had. */
	default Memory memory() {
		return null;
	}

	/** Goes on from what another engine remembers. */
	default void remember(final Memory memory) {
		throw new UnsupportedOperationException();
	}

	/** The device that TensorFlow ran on. */
	String device();

	/** What the convolutions computed in: float32 or bfloat16. */
	String precision();

	/** TensorFlow's version. */
	String tensorflow();

	/** Stops at once, before {@link #close}, as the run has been canceled. */
	default void abort() {}

	@Override
	void close();
}
