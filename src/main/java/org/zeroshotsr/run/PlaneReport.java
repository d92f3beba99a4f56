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

import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.train.Training;

/**
 * What happened to one plane.
 *
 * @param position  its place along each axis but X, Y and S, counted from 0, such as "C0 Z3"; empty for a single plane
 * @param warm      whether it went on from the weights of the plane before
 * @param constant  whether it held one value alone, and so was not trained on
 * @param learnt    whether the network learnt anything; if not, the result is bicubic enlargement, back-projected
 * @param steps     training steps in all stages
 * @param gain      dB gained over bicubic on the plane's own shrunken copy (last stage); NaN without training
 * @param consistency of the input and the shrunken result, in grey levels
 * @param saturated samples of the result cut off at the type's range
 * @param holes     input samples that were no numbers
 * @param seconds   wall-clock time
 * @param trainings the curves of each stage
 * @param verdict   what the result is estimated to be worth, in grey levels; null for a constant plane
 */
public record PlaneReport(String position, boolean warm, boolean constant, boolean learnt, int steps, double gain,
	Consistency consistency, long saturated, int holes, double seconds, List<Training> trainings,
	Verdict verdict)
{

	static PlaneReport constant(final String position, final long saturated, final int holes, final double seconds) {
		return new PlaneReport(position, false, true, false, 0, Double.NaN, Consistency.EXACT, saturated, holes, seconds, List.of(), null);
	}

	static PlaneReport of(final String position, final boolean warm, final Engine.Outcome outcome, final long saturated,
		final int holes, final double seconds)
	{
		final List<Training> trainings = outcome.trainings();
		final Training last = trainings.get(trainings.size() - 1);
		return new PlaneReport(position, warm, false, last.learnt(), trainings.stream().mapToInt(Training::steps).sum(), last
			.gain(), outcome.consistency(), saturated, holes, seconds, trainings, outcome.verdict());
	}

	/** The same with so many samples of the result cut off. */
	PlaneReport saturating(final long samples) {
		return new PlaneReport(position, warm, constant, learnt, steps, gain, consistency, samples, holes, seconds, trainings, verdict);
	}

	/** Of the parts of a plane, all of a size. */
	static PlaneReport of(final List<PlaneReport> parts) {
		final PlaneReport first = parts.stream().filter(part -> !part.constant).findFirst().orElse(parts.get(0));
		return new PlaneReport(first.position, first.warm, first.constant, first.learnt, parts.stream().mapToInt(PlaneReport::steps)
			.sum(), parts.stream().mapToDouble(PlaneReport::gain).filter(Double::isFinite).average().orElse(Double.NaN), Consistency.mean(parts
				.stream().map(PlaneReport::consistency).toList()), parts.stream().mapToLong(
					PlaneReport::saturated).sum(), parts.stream().mapToInt(PlaneReport::holes).sum(), parts.stream().mapToDouble(
						PlaneReport::seconds).sum(), first.trainings, first.verdict);
	}
}
