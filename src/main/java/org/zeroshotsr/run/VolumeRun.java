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
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.Training;

/**
 * Enlarges the stacks of an image along z: a network learns from their planes, shrunk along one axis as the stack was along
 * z, and enlarges the xz and the yz slices, of which the mean is taken (Zhao et al., "SMORE", IEEE TMI 40, 2021). For one run.
 */
public final class VolumeRun {

	/** What is being done, in words for the user. */
	private static final String ENLARGING = "enlarging along z";
	/** Beyond the reach of the network: of the smooth means that noisy slices are corrected by, all but little. */
	private static final int SMOOTHING = 48;

	/** A stack that shows less along z than this part of what it shows across is told of. */
	private static final double FLAT = 0.5;

	private final Planes image;
	private final PlaneOrder order;
	private final int z;
	private final Factor factor;
	private final PlaneSink sink;
	private final IntFunction<Recipe> recipes;
	private final Checkpoint checkpoint;
	private final Engine.Maker maker;
	private final List<String> notes = new ArrayList<>();
	private final List<PlaneReport> reports = new ArrayList<>();
	private final Volume volume;
	private final List<Window> bricks;
	private final RunProgress progress;
	private final Findings findings;
	private Engine engine;
	/** Of the engine. */
	private Recipe recipe;
	/** Of the channel, with nothing left to be estimated. */
	private Recipe found;
	private int piece;
	private int groups;
	private int volumes;
	/** Of what was made by networks. */
	private final Steepness steepness = new Steepness();
	/** Of that what is not yet told of. */
	private Steepness fresh = new Steepness();
	/** What was learnt of this group. */
	private Checkpoint.Learnt learnt;
	/** Whether an earlier run has enlarged something of this group. */
	private boolean trained;
	/** The last that was trained on. */
	private Checkpoint.Done by;

	/**
	 * @param image      with an axis Z
	 * @param sink       takes the planes of the result, of which there are more
	 * @param recipes    of a channel, counted from 0: of {@link org.zeroshotsr.resize.AxialKernel}, for a factor of rows alone
	 * @param checkpoint says what is done already, and is told what is
	 */
	public VolumeRun(final Planes image, final PlaneSink sink, final IntFunction<Recipe> recipes, final Checkpoint checkpoint,
		final Engine.Maker maker, final Progress progress)
	{
		this(image, sink, recipes, volume(image, recipes.apply(0)), checkpoint, maker, progress);
	}

	/** The same in bricks of one's own. */
	VolumeRun(final Planes image, final PlaneSink sink, final IntFunction<Recipe> recipes, final Volume volume,
		final Checkpoint checkpoint, final Engine.Maker maker, final Progress progress)
	{
		this.image = image;
		this.sink = sink;
		this.recipes = channel -> recipes.apply(channel).mapping(Bricked.beside(sink.maps()));
		this.checkpoint = checkpoint;
		this.maker = maker;
		order = image.order();
		z = order.axes().indexOf('Z');
		final Recipe first = recipes.apply(0);
		factor = first.factor();
		this.volume = volume;
		bricks = volume.bricks();
		this.progress = new RunProgress(progress, notes, order.planes().size() / volume.depth(), pieces(first, image, volume,
			checkpoint));
		findings = new Findings(order.channels().size(), this.progress::noteOfRun);
	}

	private static Volume volume(final Planes image, final Recipe recipe) {
		final NetworkSpec spec = recipe.network(recipe.factor(), image.channels());
		return Volume.of(image, recipe.factor().rows(), spec.reach() + (recipe.noise() == null ? 0 : SMOOTHING));
	}

	/** What a run will be in all, in units of a {@link Plan}. */
	static double work(final Recipe recipe, final Planes image) {
		return DoubleStream.of(pieces(recipe, image, volume(image, recipe), Checkpoint.NONE)).sum();
	}

	/** The memory that a run needs, see {@link Budget}. */
	public static Budget budget(final long result, final long beside, final Recipe recipe, final Planes image,
		final Engine.Maker maker)
	{
		final Volume volume = volume(image, recipe);
		return Budget.of(result, beside + volume.bytes(recipe.layers()), recipe, image.channels(), volume.heightTogether(), volume.longest(), maker);
	}

	/** The work of each piece: what is learnt of a group, and then its volumes. */
	private static double[] pieces(final Recipe recipe, final Planes image, final Volume volume, final Checkpoint checkpoint) {
		final Plan plan = new Plan(recipe, volume.depth(), 1);
		final DoubleStream.Builder pieces = DoubleStream.builder();
		int id = 0;
		for (final List<long[]> channel : image.order().channels())
			for (final List<List<long[]>> group : groups(channel, volume.depth(), recipe.stack())) {
				final int planes = group.size() * volume.depth();
				final Plan learning = new Plan(recipe, image.height(), image.width());
				pieces.add(checkpoint.learnt(id++) != null ? 0 : learning.learning(StackRun.steps(planes)));
				group.forEach(v -> pieces.add(2 * plan.work(Engine.Start.JOINT) * volume.height() * volume.width()));
			}
		return pieces.build().toArray();
	}

	/** Volumes of a channel that share what is learnt, each the positions of its planes. */
	private static List<List<List<long[]>>> groups(final List<long[]> channel, final int depth, final Stack stack) {
		final List<List<long[]>> all = new ArrayList<>();
		for (int i = 0; i < channel.size(); i += depth)
			all.add(channel.subList(i, i + depth));
		return stack == Stack.JOINT || stack == Stack.AUTO ? List.of(all) : all.stream().map(List::of).toList();
	}

	/**
	 * Does all of it.
	 *
	 * @return with a report for each volume in the place of one for each plane
	 * @throws CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public StackRun.Record run() {
		try {
			final List<List<long[]>> channels = order.channels();
			for (int c = 0; c < channels.size(); c++) {
				found = null;
				for (final List<List<long[]>> group : groups(channels.get(c), volume.depth(), recipes.apply(0).stack()))
					group(c, group);
			}
			if (steepness.ratio() < FLAT) progress.noteOfRun(String.format(Locale.ROOT,
				"along z the result is %.2f times as steep as across: the specimen is flat, or the microscope's blur is longer along z than " +
					"z-kernel says, and there are more slices and not as much more to see", steepness.ratio()));
			progress.noteSaturated(reports);
			return StackRun.Record.of(by, findings, notes, Double.NaN, reports);
		}
		catch (final CancellationException e) {
			if (engine != null) engine.abort();
			throw e;
		}
		finally {
			if (engine != null) engine.close();
		}
	}

	private void group(final int channel, final List<List<long[]>> group) {
		final int id = groups++;
		final int learning = piece++;
		learnt = null;
		trained = false;
		for (final List<long[]> planes : group) {
			final int number = volumes++;
			progress.piece(piece, number, place(planes));
			final List<PlaneReport> parts = new ArrayList<>();
			// what is not in any order is done of whole volumes alone
			final boolean direct = bricks.size() == 1 || sink.takesAnyOrder();
			if (direct) for (int i = 0; i < bricks.size(); i++)
				parts.add(part(channel, id, learning, group, planes, number, i, sink));
			else if (before(number, bricks.size() - 1) != null) parts.add(again(number, bricks.size() - 1));
			else try (Scratch whole = scratch(planes)) {
				final int said = notes.size();
				for (int i = 0; i < bricks.size(); i++)
					parts.add(made(channel, id, learning, group, planes, bricks.get(i), whole));
				final long saturated = hand(planes, whole);
				final PlaneReport all = PlaneReport.of(parts);
				parts.clear();
				parts.add(all.saturating(saturated));
				keep(number, bricks.size() - 1, parts.get(0), said);
			}
			reports.add(PlaneReport.of(parts));
			piece++;
		}
		if (learnt == null && trained) resolve(channel); // what was found belongs to the record
	}

	private Scratch scratch(final List<long[]> planes) {
		final long[] size = image.size().clone();
		for (int d = 0; d < size.length; d++)
			if (d != order.x() && d != order.y() && d != order.samples()) size[d] = d == z ? volume.large() : planes.get(0)[d] + 1;
		return new Scratch(order, size, sink.maps(), null);
	}

	/** Hands a volume on, plane by plane. */
	private long hand(final List<long[]> planes, final Scratch whole) {
		long saturated = 0;
		for (int slice = 0; slice < volume.large(); slice++)
			for (int y = 0; y < volume.height(); y += volume.rows()) {
				progress.checkCanceled();
				final long[] position = at(planes, slice);
				final Window rows = new Window(y, 0, Math.min(volume.rows(), volume.height() - y), volume.width());
				saturated += sink.write(position, y, 0, whole.read(position, rows));
				for (final Layer map : sink.maps())
					sink.write(map, position, y, 0, whole.read(map, position, rows));
			}
		return saturated;
	}

	/** Where all planes of a volume are, along the axes but Z. */
	private String place(final List<long[]> planes) {
		final StringBuilder place = new StringBuilder();
		for (int d = 0; d < order.axes().length(); d++)
			if (d != order.x() && d != order.y() && d != order.samples() && d != z) place.append(place.length() > 0 ? " " : "").append(
				order.axes().charAt(d)).append(planes.get(0)[d]);
		return place.toString();
	}

	/** Position of a plane of the result. */
	private long[] at(final List<long[]> planes, final int slice) {
		final long[] position = planes.get(0).clone();
		position[z] = slice;
		return position;
	}

	/** Number of what is done with a brick; the last of a volume is followed by the volume's further planes. */
	private int index(final int number, final int brick) {
		return number * (bricks.size() - 1 + volume.large()) + brick;
	}

	private Checkpoint.Done before(final int number, final int brick) {
		if (brick == bricks.size() - 1) for (int i = 1; i < volume.large(); i++)
			if (checkpoint.before(index(number, brick) + i) == null) return null;
		return checkpoint.before(index(number, brick));
	}

	/** What an earlier run did. */
	private PlaneReport again(final int number, final int brick) {
		final Checkpoint.Done done = before(number, brick);
		notes.addAll(done.notes());
		if (!done.report().constant()) {
			by = done;
			trained = true;
		}
		steepness.add(done.sums());
		return done.report();
	}

	private PlaneReport part(final int channel, final int id, final int learning, final List<List<long[]>> group,
		final List<long[]> planes, final int number, final int brick, final PlaneSink to)
	{
		if (before(number, brick) != null) return again(number, brick);
		final int said = notes.size();
		final PlaneReport report = made(channel, id, learning, group, planes, bricks.get(brick), to);
		keep(number, brick, report, said);
		return report;
	}

	private void keep(final int number, final int brick, final PlaneReport report, final int said) {
		final boolean trained = !report.constant();
		final boolean computed = trained || by != null;
		final boolean last = brick == bricks.size() - 1;
		final double[] sums = fresh.sums();
		steepness.add(sums);
		fresh = new Steepness();
		for (int i = 0; i < (last ? volume.large() : 1); i++) {
			final Checkpoint.Done done = new Checkpoint.Done(index(number, brick) + i, number * volume.large() + i, report, i > 0 ? List.of()
				: List.copyOf(notes.subList(said, notes.size())), trained ? engine.tensorflow() : computed ? by.tensorflow() : "", trained
					? engine.device() : computed ? by.device() : "none", trained ? engine.precision() : computed ? by.precision() : "none",
				null, i > 0 ? new double[sums.length] : sums, last);
			if (trained) by = done;
			checkpoint.done(done);
		}
	}

	/** Does a brick. */
	private PlaneReport made(final int channel, final int id, final int learning, final List<List<long[]>> group,
		final List<long[]> planes, final Window brick, final PlaneSink to)
	{
		final long begun = System.nanoTime();
		final Window seen = volume.seen(brick);
		final Plane[] slices = new Plane[volume.depth()];
		boolean constant = true;
		int missing = 0;
		for (int i = 0; i < slices.length; i++) {
			progress.checkCanceled();
			slices[i] = image.source().read(planes.get(i), seen);
			constant &= isConstant(slices[i], slices[0].data[0]);
			missing += missing(slices[i], seen, brick);
		}
		final Bricked work = new Bricked(volume, seen, brick, slices, sink.maps());
		if (constant) {
			work.constant();
			return PlaneReport.constant(place(planes), write(work, planes, brick, to), missing, seconds(begun));
		}
		List<Training> trainings = List.of();
		if (learnt == null) {
			progress.piece(learning, volumes - 1, "");
			trainings = learn(channel, id, group);
			progress.piece(piece, volumes - 1, place(planes));
		}
		work.enlarge(engine, progress, (done, all) -> progress.update(Status.of(ENLARGING, done, all)));
		// noise that is left in a stack is steep across
		if (recipe.noise() != null || recipe.measured() == null) work.tell(fresh);
		final long saturated = write(work, planes, brick, to);
		final Training last = learnt.trainings().get(learnt.trainings().size() - 1);
		final Verdict verdict = learnt.memory().verdict().times(learnt.memory().range().size());
		return PlaneReport.of(place(planes), false, new Engine.Outcome(trainings.isEmpty() ? List.of(new Training(last.learnt(), 0, 0, last
			.gain(), new float[0], new int[0], new double[0])) : trainings, Consistency.of(work.rms()), verdict), saturated, missing, seconds(begun));
	}

	private static double seconds(final long begun) {
		return (System.nanoTime() - begun) / 1e9;
	}

	private static boolean isConstant(final Plane plane, final float value) {
		for (final float v : plane.data)
			if (v != value && Float.isFinite(v)) return false;
		return Float.isFinite(value);
	}

	/** Samples of the brick's own that are no numbers. */
	private static int missing(final Plane slice, final Window seen, final Window brick) {
		int count = 0;
		for (int c = 0; c < slice.channels; c++)
			for (int y = brick.y() - seen.y(); y < brick.y() - seen.y() + brick.height(); y++)
				for (int x = brick.x() - seen.x(); x < brick.x() - seen.x() + brick.width(); x++)
					if (!Float.isFinite(slice.get(c, y, x))) count++;
		return count;
	}

	private long write(final Bricked work, final List<long[]> planes, final Window brick, final PlaneSink to) {
		long saturated = 0;
		for (int slice = 0; slice < volume.large(); slice++) {
			final long[] position = at(planes, slice);
			saturated += to.write(position, brick.y(), brick.x(), work.layer(Layer.RESULT, slice));
			for (final Layer map : sink.maps())
				to.write(map, position, brick.y(), brick.x(), work.layer(map, slice));
		}
		return saturated;
	}

	private void resolve(final int channel) {
		if (found == null) found = findings.resolve(recipes.apply(channel), channel, image.source(), order.channels().get(channel),
			order.channels().get(channel), progress);
	}

	/** Has the engine learn, or remember what it has learnt. */
	private List<Training> learn(final int channel, final int id, final List<List<long[]>> group) {
		final List<long[]> all = group.stream().flatMap(List::stream).toList();
		resolve(channel);
		if (engine != null && !found.equals(recipe)) {
			engine.close();
			engine = null;
		}
		if (engine == null) engine = maker.make(found, volume.channels(), volume.heightTogether(), volume.longest());
		recipe = found;
		learnt = checkpoint.learnt(id);
		if (learnt != null) {
			engine.remember(learnt.memory());
			if (trained) return List.of(); // it is another's work
			notes.addAll(learnt.notes());
			return learnt.trainings();
		}
		final int said = notes.size();
		Plane planes = Mosaic.of(image.source(), all, progress);
		for (int i = 0; IntensityRange.of(planes) == null; i++) // there is one
			planes = image.source().read(all.get(i));
		final List<Training> trainings = engine.learn(planes, StackRun.steps(all.size()), progress);
		learnt = new Checkpoint.Learnt(trainings, engine.memory(), List.copyOf(notes.subList(said, notes.size())));
		checkpoint.learnt(id, learnt);
		return trainings;
	}
}
