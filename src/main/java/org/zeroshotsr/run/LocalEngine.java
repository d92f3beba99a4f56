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
import java.util.Locale;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.network.TensorFlowRuntime;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.train.Training;

/** The engine in this process: TensorFlow is loaded when it is first used. */
public final class LocalEngine implements Engine {

	private final Recipe recipe;
	private final PlaneUpscaler upscaler;
	/** Of the planes that a network has learnt from together. */
	private IntensityRange joint;

	/** See {@link Engine.Maker#make}. */
	public LocalEngine(final Recipe recipe, final int channels, final int height, final int width) {
		this.recipe = recipe;
		upscaler = new PlaneUpscaler(recipe, new Plan(recipe, height, width), TensorFlowNetwork::new);
	}

	@Override
	public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
		joint = IntensityRange.of(mosaic);
		final Known known = Known.of(mosaic);
		Holes.fill(mosaic);
		joint.normalise(mosaic);
		return upscaler.learn(mosaic, known, noise(joint), measured(joint), recipe.pixels(joint), steps, new InGreyLevels(progress,
			joint));
	}

	/** @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there */
	@Override
	public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
		if (start == Start.FRESH || start == Start.WARM) return upscale(plane, IntensityRange.of(plane), start, output, progress);
		final Plane kept = start == Start.AUTO ? plane.copy() : null;
		final Outcome outcome = upscale(plane, joint, start, output, progress);
		if (outcome != null) return outcome;
		progress.note("the network of all planes does not serve this one, for which another is trained");
		return upscale(kept, IntensityRange.of(kept), Start.FRESH, output, progress);
	}

	@Override
	public double enlargeEach(final Plane planes, final int count, final Output output, final Progress progress) {
		joint.normalise(planes);
		return joint.size() * upscaler.enlargeEach(planes, count, noise(joint), measured(joint), recipe.pixels(joint), (y, x, part) -> {
			restore(part, joint);
			output.put(y, x, part);
		}, progress);
	}

	private Outcome upscale(final Plane plane, final IntensityRange range, final Start start, final Output output,
		final Progress progress)
	{
		final Known known = Known.of(plane);
		Holes.fill(plane);
		range.normalise(plane);
		final Outcome outcome = upscaler.upscale(plane, known, noise(range), measured(range), recipe.pixels(range), start, (y, x, part) -> {
			restore(part, range);
			output.put(y, x, part);
		}, new InGreyLevels(progress, range));
		if (upscaler.network().ranShort()) progress.note("the device had too little memory for a tile, and did it in halves, which takes " +
			"longer; the result is the same");
		return outcome == null ? null : new Outcome(outcome.trainings(), outcome.consistency().times(range.size()), outcome.verdict().times(range.size()));
	}

	/** Brings a result and its maps into grey levels. */
	private void restore(final Plane part, final IntensityRange range) {
		if (recipe.maps().isEmpty()) {
			range.restore(part);
			return;
		}
		final int n = part.data.length / recipe.layers();
		final boolean inNoise = recipe.noise() != null;
		for (int i = 0; i < part.data.length; i++) {
			final Layer layer = recipe.layer(i / n);
			if (layer == Layer.CONSISTENCY && inNoise) continue;
			part.data[i] = (float) (part.data[i] * range.size() + (layer == Layer.RESULT ? range.low() : 0));
		}
	}

	@Override
	public Memory memory() {
		return upscaler.memory(joint);
	}

	@Override
	public void remember(final Memory memory) {
		joint = memory.range();
		upscaler.remember(memory);
	}

	private NoiseModel noise(final IntensityRange range) {
		return recipe.noise() == null ? null : recipe.noise().in(range);
	}

	private NoiseModel measured(final IntensityRange range) {
		return recipe.measured() == null ? null : recipe.measured().in(range);
	}

	@Override
	public String device() {
		return upscaler.network().device();
	}

	@Override
	public String precision() {
		return upscaler.network().spec().precision().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String tensorflow() {
		return TensorFlowRuntime.version();
	}

	@Override
	public void close() {
		upscaler.close();
	}

	/** Passes everything on, previews in grey levels. */
	private static final class InGreyLevels extends WrappedProgress {

		private final IntensityRange range;

		InGreyLevels(final Progress progress, final IntensityRange range) {
			super(progress);
			this.range = range;
		}

		@Override
		public void preview(final Plane bicubic, final Plane current) {
			range.restore(bicubic);
			range.restore(current);
			super.preview(bicubic, current);
		}
	}
}
