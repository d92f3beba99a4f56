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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.estimate.HeldOut;
import org.zeroshotsr.estimate.Sure;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.train.Structure;

/**
 * Estimates what results of a plane are worth, at a few of its places, of much and of little structure: the network's, and
 * those of bicubic enlargement after Gaussians.
 */
final class Judge {

	/** Places of a large plane, and their side. */
	private static final int PLACES = 4;
	private static final int SIDE = 128;
	/** Standard deviations of the Gaussians, in pixels of the plane. */
	private static final double[] SIGMAS = { 0, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 1.8, 2.2 };
	/** Of neighbours that share more noise than this, none may tell of a hidden pixel. */
	private static final double SHARED = 0.1;
	private static final long SEED = 1;

	private final List<Plane> places = new ArrayList<>();
	private final List<Known> knowns = new ArrayList<>();
	private final List<Sure> sures = new ArrayList<>();
	private final Factor factor;
	private final float[] level;
	private final int radius;
	private final Progress progress;

	private final double bicubic;
	private final double blurred;
	private final double sigma;
	private final double bicubicHeldOut;

	/**
	 * @param known    which of its pixels are; null for all
	 * @param noise    of the plane, or null where there is none
	 * @param level    mean of each channel
	 * @param progress may cancel
	 */
	Judge(final Plane plane, final Known known, final NoiseModel noise, final Factor factor, final float[] level, final Progress progress) {
		this.factor = factor;
		this.level = level;
		this.progress = progress;
		for (final Window window : windows(plane, known)) {
			final Plane place = plane.crop(window);
			final Known there = known == null ? null : known.crop(window);
			places.add(place);
			knowns.add(there);
			if (noise != null) sures.add(new Sure(place, there, noise, SEED));
		}
		radius = noise != null && noise.correlation().at(0, 1) > SHARED ? 1 : 0;
		final double plain = risk(gaussian(0));
		double least = plain;
		double best = 0;
		if (noise != null) for (final double s : SIGMAS) {
			final double risk = s == 0 ? plain : risk(gaussian(s));
			if (risk >= least) continue;
			least = risk;
			best = s;
		}
		bicubic = root(plain);
		blurred = root(least);
		sigma = best;
		bicubicHeldOut = heldOut(gaussian(0));
	}

	/** The places of a plane that it is judged by. */
	static List<Window> windows(final Plane plane, final Known known) {
		if ((long) plane.height * plane.width <= (long) PLACES * SIDE * SIDE) return List.of(new Window(0, 0, plane.height,
			plane.width));
		final List<Window> grid = Structure.grid(plane, known, SIDE);
		final List<Window> chosen = new ArrayList<>();
		for (int k = 0; k < Math.min(PLACES, grid.size()); k++)
			chosen.add(grid.get(k * (grid.size() - 1) / Math.max(1, PLACES - 1)));
		return chosen;
	}

	/** Makes of a place one of its size: enlarged after a Gaussian, and shrunk. */
	private Function<Plane, UnaryOperator<Plane>> gaussian(final double s) {
		return place -> {
			final UnaryOperator<Plane> shrink = shrink(Kernel.cubic(), place);
			return low -> {
				progress.checkCanceled();
				final Plane from = s == 0 ? low : Resizes.blur(low.height, low.width, s).apply(low);
				return shrink.apply(Resizes.enlarge(low.height, low.width, factor).apply(from));
			};
		};
	}

	private Function<Plane, UnaryOperator<Plane>> network(final Enlarger enlarger, final Kernel kernel) {
		return place -> {
			final UnaryOperator<Plane> shrink = shrink(kernel, place);
			return low -> {
				progress.checkCanceled();
				return shrink.apply(enlarger.enlarge(low, level, Progress.NONE));
			};
		};
	}

	private UnaryOperator<Plane> shrink(final Kernel kernel, final Plane place) {
		return high -> kernel.shrink(high.height, high.width, place.height, place.width, factor).apply(high);
	}

	/** Mean square error, by chance or with too much noise under 0; NaN for a plane without noise. */
	private double risk(final Function<Plane, UnaryOperator<Plane>> rebuild) {
		if (sures.isEmpty()) return Double.NaN;
		double sum = 0;
		for (int i = 0; i < places.size(); i++)
			sum += sures.get(i).of(rebuild.apply(places.get(i))) / places.size();
		return sum;
	}

	private static double root(final double risk) {
		return Double.isNaN(risk) ? risk : Math.sqrt(Math.max(0, risk));
	}

	private double heldOut(final Function<Plane, UnaryOperator<Plane>> rebuild) {
		double sum = 0;
		for (int i = 0; i < places.size(); i++)
			sum += HeldOut.of(places.get(i), knowns.get(i), rebuild.apply(places.get(i)), radius, SEED) / places.size();
		return sum;
	}

	/** @param enlarger with the network, or null where nothing was learnt */
	Verdict of(final Enlarger enlarger, final Kernel kernel) {
		if (enlarger == null) return new Verdict(Double.NaN, Double.NaN, bicubic, blurred, sigma, Double.NaN, false);
		final double error = root(risk(network(enlarger, Kernel.cubic())));
		final double own = kernel.equals(Kernel.cubic()) ? error : root(risk(network(enlarger, kernel)));
		return new Verdict(error, own, bicubic, blurred, sigma, 10 * Math.log10(bicubicHeldOut / heldOut(network(enlarger, kernel))),
			false);
	}
}
