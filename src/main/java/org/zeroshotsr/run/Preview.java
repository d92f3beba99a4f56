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
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.train.Structure;

/**
 * What a run will come to: a small part of the image, enlarged by a network that was trained on it for a few steps, beside
 * its bicubic enlargement; what was found in the whole image, and how long all of it will take.
 *
 * @param bicubic  the part enlarged, in grey levels
 * @param result   the same by the network
 * @param part     of the plane
 * @param position of the plane
 * @param chosen   options that were left to be estimated, with their values for this plane's channel
 * @param words    what was found in the image, for people; "" for nothing
 * @param verdict  on the part; null for a part of one value
 * @param seconds  that the whole image or stack will take, about; NaN where that cannot be told
 */
public record Preview(Plane bicubic, Plane result, Window part, long[] position, Map<String, String> chosen, String words,
	Verdict verdict, double seconds)
{

	/** Larger planes are shown in part: the best structured. */
	private static final int SIDE = 128;

	/**
	 * Makes one.
	 *
	 * @param recipe   of the plane's channel
	 * @param position of the plane, one of the order's; null for the middle one of the first channel
	 * @param progress is told what goes on, and may cancel
	 */
	public static Preview of(final Planes image, final Recipe recipe, final long[] position, final Engine.Maker maker,
		final Progress progress)
	{
		final PlaneOrder order = image.order();
		final PlaneSource source = image.source();
		final List<long[]> channel = order.channels().get(position == null ? 0 : order.channel(position));
		final long[] place = position == null ? channel.get(channel.size() / 2) : position;
		final Estimation.Found found = Estimation.resolve(recipe, source, channel, channel, progress);
		final Plane plane = source.read(place);
		final Plane filled = plane.copy();
		Holes.fill(filled);
		final Window part = Structure.best(filled, Known.of(plane), SIDE);
		final Plane low = plane.crop(part);
		final Holes holes = Holes.of(low);
		final Plane whole = filled.crop(part);
		final Recipe brief = found.recipe().brief();
		final Plane bicubic = Resizes.enlarge(low.height, low.width, brief.factor()).apply(whole);
		final Plane result = bicubic.copy();
		final Pace pace = new Pace();
		Verdict verdict = null;
		if (IntensityRange.of(low) != null) {
			try (Engine engine = maker.make(brief, low.channels, low.height, low.width)) {
				verdict = upscale(engine, low, result, new WrappedProgress(progress) {

					@Override
					public void update(final Status status) {
						checkCanceled();
						pace.update(status.done(), status);
						super.update(status);
					}
				});
			}
		}
		if (holes != null) for (final Plane made : List.of(bicubic, result))
			holes.reopen(made, 0, 0, brief.factor().rows(), brief.factor().columns());
		final double work = new Plan(brief, low.height, low.width).work(Engine.Start.FRESH);
		final double all = StackRun.work(found.recipe(), image);
		return new Preview(bicubic, result, part, place, found.options(), found.words(), verdict, pace.secondsOfAll() / work * all);
	}

	private static Verdict upscale(final Engine engine, final Plane low, final Plane result, final Progress progress) {
		try {
			return engine.upscale(low, Engine.Start.FRESH, Output.into(result), progress).verdict();
		}
		catch (final CancellationException e) {
			engine.abort();
			throw e;
		}
	}
}
