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
package org.zeroshotsr.degrade;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.noise.NoiseTexture;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/**
 * How the world made the image of the scene: shrunk by a kernel and a factor, and noisy. Makes the pairs of sons and
 * fathers that a network learns from. Immutable.
 * <p>
 * Fathers of a noisy image are noisy, too, and a network that shall make them of their own sons learns to keep the noise.
 * So two copies are made whose noise is independent, see {@link Recorruption}. A father without noise, such as an enlarged
 * image, has a son with all of the image's noise.
 * </p>
 */
public final class Degradation {

	/**
	 * A son on the network's grid, and its father.
	 *
	 * @param low  what goes into the network
	 * @param high what is to come out, larger by the factor's block
	 */
	public record Pair(Plane low, Plane high) {}

	private final Kernel kernel;
	private final Factor factor;
	private final NoiseModel noise;
	private final NoiseTexture texture;
	private Degradation transposed;
	/** By the scale of fathers. */
	private final Map<Double, Recorruption> recorruptions = new ConcurrentHashMap<>();

	/** @param noise of the image, in working units, or null */
	public Degradation(final Kernel kernel, final Factor factor, final NoiseModel noise) {
		this.kernel = kernel;
		this.factor = factor;
		this.noise = noise;
		texture = noise == null ? null : new NoiseTexture(noise.correlation());
	}

	private Recorruption recorruption(final double scale) {
		return recorruptions.computeIfAbsent(scale, s -> Recorruption.of(texture, this::wanted, noise.correlation()
			.reach(), white -> {
				if (s == 1) return shrink(white);
				final int height = (int) (s * white.height);
				final int width = (int) (s * white.width);
				return shrink(Resizes.cubic(white.height, white.width, height, width, s, s).apply(white));
			}));
	}

	/** Autocovariance of a son's noise: that of the image, but slices, each of which was taken by itself, share none. */
	private double wanted(final int y, final int x) {
		return isAxial() && y != 0 ? 0 : noise.correlation().at(y, x);
	}

	/** Whether rows of what is enlarged are slices of a stack, see {@link AxialKernel}. */
	public boolean isAxial() {
		return kernel instanceof AxialKernel;
	}

	/** For the image and its fathers flipped and turned: rows of the noise become columns. */
	public Degradation turned(final Orientation orientation) {
		if (noise == null || !orientation.isTransposed() || noise.correlation().isotropic()) return this;
		synchronized (this) {
			if (transposed == null) transposed = new Degradation(kernel, factor, noise.with(noise.correlation().transposed()));
			return transposed;
		}
	}

	public Kernel kernel() {
		return kernel;
	}

	public Factor factor() {
		return factor;
	}

	/** Noise of the image in working units, or null. */
	public NoiseModel noise() {
		return noise;
	}

	/** The flips and turns that leave the kernel as it is: in others the image was blurred by another kernel. */
	public List<Orientation> orientations() {
		return Arrays.stream(Orientation.values()).filter(o -> factor.isotropic() || !o.isTransposed()).filter(
			kernel::symmetric).toList();
	}

	/**
	 * The flips and turns in which fathers are shrunk: the same, but what is learnt for the slices of a stack both axes of its
	 * planes show.
	 */
	public List<Orientation> taught() {
		return isAxial() ? List.of(Orientation.values()) : orientations();
	}

	/** Variance of the noise of a noisy plane's fathers at a level, see {@link #pair}; 0 without noise. */
	public double variance(final double level) {
		if (noise == null) return 0;
		final double d = recorruption(1).d();
		return noise.variance(level) * (1 + 1 / (d * d));
	}

	/** A plane shrunk, without noise. */
	public Plane shrink(final Plane high) {
		return kernel.shrink(high.height, high.width, factor.lowHeight(high.height), factor.lowWidth(high.width), factor)
			.apply(high);
	}

	/**
	 * A low-resolution plane as the network takes it: as it is, or where the factor is not whole enlarged by the rest of it.
	 *
	 * @param height rows of the enlarged plane
	 * @param width  its columns
	 * @return so large that blocks of {@link Factor#block()} cover the enlarged plane
	 */
	public Plane onGrid(final Plane low, final int height, final int width) {
		final Factor block = factor.block();
		if (block.equals(factor)) return low;
		return Resizes.cubic(low.height, low.width, block.lowHeight(height), block.lowWidth(width), factor.rows() / block
			.rows(), factor.columns() / block.columns()).apply(low);
	}

	/**
	 * What pairs are made of, to be scaled and turned before: the plane itself, or of a noisy one both copies, the channels
	 * of the one before those of the other.
	 *
	 * @param noisy whether the plane has the image's noise
	 * @param scale by which it will be scaled
	 */
	public Plane fathers(final Plane plane, final boolean noisy, final double scale, final SplittableRandom random) {
		if (noise == null || !noisy) return plane;
		final int n = plane.data.length;
		final double d = recorruption(scale).d();
		final Plane unit = texture.draw(plane.channels, plane.height, plane.width, random);
		final Plane both = new Plane(2 * plane.channels, plane.height, plane.width);
		for (int i = 0; i < n; i++) {
			final double z = Math.sqrt(noise.variance(plane.data[i])) * unit.data[i];
			both.data[i] = (float) (plane.data[i] + d * z);
			both.data[n + i] = (float) (plane.data[i] - z / d);
		}
		return both;
	}

	/**
	 * The son of what {@link #fathers} made, and the father.
	 *
	 * @param fathers rows and columns are multiples of the factor's block
	 * @param noisy   as it was made
	 * @param scale   as it was made
	 */
	public Pair pair(final Plane fathers, final boolean noisy, final double scale, final SplittableRandom random) {
		return pair(fathers, noisy, scale, new Window(0, 0, fathers.height, fathers.width), random);
	}

	/**
	 * The same of a part of the fathers, whose surroundings the son's edges are made of.
	 *
	 * @param inner its place and size are multiples of the factor's block
	 */
	public Pair pair(final Plane fathers, final boolean noisy, final double scale, final Window inner,
		final SplittableRandom random)
	{
		final boolean two = noise != null && noisy;
		final Plane father = father(fathers, noisy);
		final Plane source = two ? half(fathers, 0) : fathers;
		final Factor block = factor.block();
		final Window low = new Window((int) (inner.y() / block.rows()), (int) (inner.x() / block.columns()), (int) (inner
			.height() / block.rows()), (int) (inner.width() / block.columns()));
		final boolean whole = block.equals(factor);
		final Resize shrink = kernel.shrink(source.height, source.width, factor.lowHeight(source.height), factor.lowWidth(
			source.width), factor);
		final Plane son = (whole ? shrink.window(new Window(0, 0, source.height, source.width), low) : shrink).apply(source);
		addNoise(son, two, scale, random);
		return new Pair(whole ? son : onGrid(son, father.height, father.width).crop(low), father.crop(inner));
	}

	/** The same of all of the fathers, with the son on the low-resolution grid as {@link #shrink} makes it. */
	public Pair unaligned(final Plane fathers, final boolean noisy, final SplittableRandom random) {
		final boolean two = noise != null && noisy;
		final Plane son = shrink(two ? half(fathers, 0) : fathers);
		addNoise(son, two, 1, random);
		return new Pair(son, father(fathers, noisy));
	}

	private Plane father(final Plane fathers, final boolean noisy) {
		return noise != null && noisy ? half(fathers, 1) : fathers;
	}

	/** @param two whether the son has some of it already */
	private void addNoise(final Plane son, final boolean two, final double scale, final SplittableRandom random) {
		if (two) noise.addTo(son, recorruption(scale).missing(), random);
		else if (noise != null && noise.correlation().isNone()) noise.addTo(son, random);
		else if (noise != null) noise.addTo(son, texture, random);
	}

	private static Plane half(final Plane both, final int which) {
		final int n = both.data.length / 2;
		return new Plane(both.channels / 2, both.height, both.width, Arrays.copyOfRange(both.data, which * n, (which + 1) *
			n));
	}
}
