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

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Course;

/**
 * How the planes of a channel are done. Immutable.
 *
 * @param stages          factors that grow to the wanted one, which is the last; mostly that alone
 * @param kernel          that shrank the scene, or null where it is yet to be estimated
 * @param deblurs         whether a kernel that is estimated is used, too, or told alone, and bicubic used
 * @param noise           of the image, or null for none
 * @param stack           how the planes of a channel share what is learnt
 * @param ensemble        in how many flips and turns a plane is enlarged: 1, 4 or 8
 * @param backProjections how often the result is back-projected
 * @param depth           layers of the network
 * @param width           features of each hidden layer
 * @param device          see {@link NetworkSpec#device()}
 * @param precision       what the convolutions compute in
 * @param course          of the training
 * @param fallback        whether a simpler result takes the place of one that is estimated to be worse
 * @param measured        noise found in the image, by which results are judged; null where there is none, or it is not
 *                        known
 * @param floor           the least grey level that a pixel can have, or minus infinity
 * @param ceiling         the greatest, or infinity
 * @param maps            that are made beside each plane
 */
public record Recipe(List<Factor> stages, Kernel kernel, boolean deblurs, Noise noise, Stack stack, int ensemble,
	int backProjections, int depth, int width, String device, NetworkSpec.Precision precision, Course course,
	boolean fallback, NoiseModel measured, double floor, double ceiling, List<Layer> maps)
{

	/**
	 * Noise as it is asked for.
	 *
	 * @param model    null where it is yet to be estimated
	 * @param relative whether the model is in parts of a plane's range, instead of in grey levels
	 */
	public record Noise(NoiseModel model, boolean relative) {

		/** Yet to be estimated. */
		public static final Noise AUTO = new Noise(null, false);

		public boolean isUnknown() {
			return model == null;
		}

		/** The model in the working units of a plane. */
		NoiseModel in(final IntensityRange range) {
			return relative ? model : model.in(range);
		}
	}

	/** The most that a preview takes. */
	private static final int BRIEF_STEPS = 150;
	private static final int BRIEF_ENSEMBLE = 4;

	/** The wanted factor. */
	public Factor factor() {
		return stages.get(stages.size() - 1);
	}

	public boolean estimatesKernel() {
		return kernel == null;
	}

	public boolean estimatesNoise() {
		return noise != null && noise.isUnknown();
	}

	Recipe with(final Kernel found) {
		return with(found, noise, ensemble, course, fallback, measured, floor, ceiling, maps);
	}

	/** @param found in grey levels, or null for none */
	Recipe with(final NoiseModel found) {
		return with(kernel, found == null ? null : new Noise(found, false), ensemble, course, fallback, measured, floor, ceiling, maps);
	}

	/** The same for an image whose noise was found to be this, by which results are judged. */
	Recipe judgedBy(final NoiseModel found) {
		return with(kernel, noise, ensemble, course, fallback, found, floor, ceiling, maps);
	}

	/** The same for a preview, in seconds. */
	Recipe brief() {
		return with(kernel, noise, Math.min(BRIEF_ENSEMBLE, ensemble), course.with(Math.min(BRIEF_STEPS, course.steps())), false,
			measured, floor, ceiling, List.of());
	}

	/** The same for pixels of this range. */
	public Recipe within(final double newFloor, final double newCeiling) {
		return with(kernel, noise, ensemble, course, fallback, measured, newFloor, newCeiling, maps);
	}

	/** The same with maps beside each plane. */
	public Recipe mapping(final List<Layer> wanted) {
		return with(kernel, noise, ensemble, course, fallback, measured, floor, ceiling, wanted);
	}

	private Recipe with(final Kernel newKernel, final Noise newNoise, final int newEnsemble, final Course newCourse,
		final boolean newFallback, final NoiseModel newMeasured, final double newFloor, final double newCeiling,
		final List<Layer> newMaps)
	{
		return new Recipe(stages, newKernel, deblurs, newNoise, stack, newEnsemble, backProjections, depth, width, device,
			precision, newCourse, newFallback, newMeasured, newFloor, newCeiling, newMaps);
	}

	/** Result and maps. */
	public int layers() {
		return 1 + maps.size();
	}

	/** The result, and then each map. */
	Layer layer(final int i) {
		return i == 0 ? Layer.RESULT : maps.get(i - 1);
	}

	/** What pixels can hold, in the working units of a plane; null where there is no bound. */
	BackProjection.Range pixels(final IntensityRange range) {
		if (Double.isInfinite(floor) && Double.isInfinite(ceiling)) return null;
		return new BackProjection.Range((float) ((floor - range.low()) / range.size()), (float) ((ceiling - range.low()) / range
			.size()));
	}

	/** The network of a stage, for planes of so many merged colours. */
	NetworkSpec network(final Factor stage, final int channels) {
		final Factor block = stage.block();
		return new NetworkSpec(channels, (int) block.rows(), (int) block.columns(), depth, width, device, precision);
	}
}
