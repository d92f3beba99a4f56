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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;

/** Enlarges stacks along z, and after that their planes, where both is wanted. */
public final class Isotropic {

	/** Slices of a stack from which on there is anything to enlarge of. */
	public static final int MIN_SLICES = 6;

	/** What notes begin with that are about the stack between the steps. */
	private static final String AFTER = "after growing along z: ";

	private final Planes image;
	private final IntFunction<Recipe> along;
	private final IntFunction<Recipe> across;

	/**
	 * @param along  the recipe of a channel, counted from 0, along z
	 * @param across the same for the planes of what comes of that; null for none
	 * @throws BadInput where the image is no stack that can be enlarged along z
	 */
	public Isotropic(final Planes image, final IntFunction<Recipe> along, final IntFunction<Recipe> across) {
		this.image = image;
		this.along = along;
		this.across = across;
		final int z = image.order().axes().indexOf('Z');
		final long slices = z < 0 ? 1 : image.size()[z];
		if (slices < MIN_SLICES) throw new BadInput("z-scale: the image has " + slices + (slices == 1 ? " slice" : " slices") +
			", and a stack needs at least " + MIN_SLICES + " to grow along z; leave z-scale out" + (z < 0 &&
				image.order().axes().indexOf('T') >= 0 ? ", or make slices of the time points that are meant to be some" : ""));
		if ((long) image.channels() * image.height() * image.width() > Planes.MOST) throw new BadInput("z-scale: planes of " + image
			.width() + " x " + image.height() + " pixels are too large to grow along z; cut the stack into parts of it");
	}

	/** The size of what is made along z. */
	public static long[] size(final PlaneOrder order, final long[] size, final double factor) {
		final long[] large = size.clone();
		final int z = order.axes().indexOf('Z');
		if (z >= 0) large[z] = new Factor(factor, 1).height(Math.toIntExact(size[z]));
		return large;
	}

	/** The image after the first step. */
	private Planes between(final PlaneSource source) {
		final long[] size = size(image.order(), image.size(), along.apply(0).factor().rows());
		return new Planes(source, PlaneOrder.of(image.order().axes(), size), size, image.type());
	}

	/**
	 * The memory that a run needs, see {@link Budget}.
	 *
	 * @return of each step
	 */
	public List<Budget> budgets(final long result, final long beside, final Engine.Maker maker) {
		final List<Budget> budgets = new ArrayList<>();
		budgets.add(VolumeRun.budget(result, beside, along.apply(0), image, maker));
		if (across != null) budgets.add(StackRun.budget(result, beside, across.apply(0), between(image.source()), maker));
		return budgets;
	}

	/** Does it. */
	public StackRun.Record run(final PlaneSink sink, final Checkpoint checkpoint, final Engine.Maker maker, final Progress progress) {
		if (across == null) return new VolumeRun(image, sink, along, checkpoint, maker, progress).run();
		final Planes shape = between(image.source());
		try (Scratch scratch = new Scratch(shape.order(), shape.size(), List.of(), checkpoint.between())) {
			final Planes between = between(scratch);
			final double first = VolumeRun.work(along.apply(0), image);
			final double second = StackRun.work(across.apply(0), between);
			final double share = first / (first + second);
			final Checkpoint before = checkpoint.between() == null ? Checkpoint.NONE : new FirstStep(checkpoint, scratch);
			final StackRun.Record made = new VolumeRun(image, scratch, unbounded(along), before, maker, new PartProgress(progress, 0, share,
				"")).run();
			final StackRun.Record planes = new StackRun(between, sink, across, checkpoint, maker, new PartProgress(progress, share, 1 - share,
				AFTER)).run();
			return joined(made, planes);
		}
	}

	/** Nothing is rounded, or cut off, between the steps. */
	private static IntFunction<Recipe> unbounded(final IntFunction<Recipe> recipes) {
		return channel -> recipes.apply(channel).within(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
	}

	/** What was found in the image counts, not what in the stack between. */
	private static StackRun.Record joined(final StackRun.Record first, final StackRun.Record second) {
		final Map<String, String> chosen = new LinkedHashMap<>(second.chosen());
		chosen.putAll(first.chosen());
		final List<String> notes = new ArrayList<>(first.notes());
		second.notes().forEach(note -> notes.add(AFTER + note));
		final List<PlaneReport> planes = new ArrayList<>(first.planes());
		planes.addAll(second.planes());
		final StackRun.Record computed = second.tensorflow().isEmpty() ? first : second;
		return new StackRun.Record(computed.tensorflow(), computed.device(), computed.precision(), first.estimates(), chosen, List.copyOf(
			notes), second.flicker(), List.copyOf(planes));
	}
}
