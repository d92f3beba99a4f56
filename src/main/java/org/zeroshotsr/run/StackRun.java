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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.Training;

/** The loop over an image's planes: each is read, enlarged by an engine, and written. For one run. */
public final class StackRun {

	/**
	 * What was done.
	 *
	 * @param tensorflow version, or "" where nothing had to be trained
	 * @param device     that TensorFlow ran on, or "none"
	 * @param precision  what the convolutions computed in, or "none"
	 * @param estimates  what was found in the image, as options with their values, and with several channels their number
	 * @param chosen     the same by option, values of several channels with ; between them
	 * @param notes      what the user should know
	 * @param flicker    see {@link Flicker}; NaN for a single plane
	 * @param planes     in the order they were done
	 */
	public record Record(String tensorflow, String device, String precision, List<String> estimates,
		Map<String, String> chosen, List<String> notes, double flicker, List<PlaneReport> planes)
	{

		/** @param by the last plane that was trained on; null for none */
		static Record of(final Checkpoint.Done by, final Findings findings, final List<String> notes, final double flicker,
			final List<PlaneReport> planes)
		{
			return new Record(by == null ? "" : by.tensorflow(), by == null ? "none" : by.device(), by == null ? "none" : by.precision(),
				findings.estimates(), findings.chosen(), List.copyOf(notes), flicker, List.copyOf(planes));
		}
	}

	private static final double MOST_STEPS = 2;

	private final PlaneOrder order;
	private final Bricks bricks;
	private final PlaneSource source;
	private final PlaneSink sink;
	private final IntFunction<Recipe> recipes;
	private final Checkpoint checkpoint;
	private final Engine.Maker maker;
	private final List<String> notes = new ArrayList<>();
	private final Findings findings;
	private final List<PlaneReport> planes = new ArrayList<>();
	private final Flicker flicker = new Flicker();
	private final RunProgress progress;
	private final Recipe first;
	private Engine engine;
	/** Of the engine. */
	private Recipe recipe;
	/** Of the channel, with nothing left to be estimated. */
	private Recipe found;
	private int piece;
	private int groups;
	private int index;
	/** The last plane that was trained on. */
	private Checkpoint.Done by;
	private Engine.Memory memory;

	/**
	 * @param recipes a channel's recipe, counted from 0; what it leaves to be estimated is found in the image
	 * @param checkpoint says what is done already, and is told what is
	 */
	public StackRun(final Planes image, final PlaneSink sink, final IntFunction<Recipe> recipes, final Checkpoint checkpoint,
		final Engine.Maker maker, final Progress progress)
	{
		this(image.order(), image.source(), sink, recipes, bricks(image, recipes.apply(0)), checkpoint, maker, progress);
	}

	private static Bricks bricks(final Planes image, final Recipe recipe) {
		return Bricks.of(image.order(), image.channels(), image.height(), image.width(), recipe.factor());
	}

	/** The same with planes in parts of one's own. */
	StackRun(final PlaneOrder order, final PlaneSource source, final PlaneSink sink, final IntFunction<Recipe> recipes,
		final Bricks bricks, final Checkpoint checkpoint, final Engine.Maker maker, final Progress progress)
	{
		this.order = order;
		this.bricks = bricks;
		this.source = bricks.isWhole() ? source : brick -> source.read(bricks.plane(brick), bricks.window(brick));
		this.sink = sink;
		this.recipes = recipes;
		this.checkpoint = checkpoint;
		this.maker = maker;
		first = recipes.apply(0);
		this.progress = new RunProgress(progress, notes, order.planes().size(), pieces(first, order, bricks, checkpoint));
		findings = new Findings(order.channels().size(), this.progress::noteOfRun);
	}

	/** What a run will be in all, in units of a {@link Plan}. */
	static double work(final Recipe recipe, final Planes image) {
		return DoubleStream.of(pieces(recipe, image.order(), bricks(image, recipe), Checkpoint.NONE)).sum();
	}

	/** The memory that a run needs, see {@link Budget}. */
	public static Budget budget(final long result, final long beside, final Recipe recipe, final Planes image,
		final Engine.Maker maker)
	{
		final Bricks bricks = bricks(image, recipe);
		return Budget.of(result, beside, recipe, image.channels(), bricks.height(), bricks.width(), maker);
	}

	/** The work of each piece: a common network, and then the planes of its channel, or their bricks. */
	private static double[] pieces(final Recipe recipe, final PlaneOrder order, final Bricks bricks, final Checkpoint checkpoint)
	{
		final Plan plan = new Plan(recipe, bricks.height(), bricks.width());
		final Stack stack = recipe.stack();
		final DoubleStream.Builder pieces = DoubleStream.builder();
		int id = 0;
		int index = 0;
		for (final List<long[]> channel : order.channels())
			for (final List<long[]> group : groups(channel, stack, bricks)) {
				final boolean given = checkpoint.learnt(id++) != null;
				final boolean together = given || together(stack, group, bricks);
				if (together) pieces.add(given ? 0 : plan.learning(steps(group)));
				for (int i = 0; i < group.size(); i++)
					pieces.add(!checkpoint.isWanted(index++ / bricks.count()) ? 0 : plan.work(together ? Engine.Start.JOINT : stack ==
						Stack.WARM && i > 0 ? Engine.Start.WARM : Engine.Start.FRESH));
			}
		return pieces.build().toArray();
	}

	/** Planes of a channel that have to do with each other, or all of their bricks. */
	private static List<List<long[]>> groups(final List<long[]> channel, final Stack stack, final Bricks bricks) {
		if (bricks.isWhole()) return List.of(channel);
		return stack == Stack.JOINT || stack == Stack.AUTO ? List.of(bricks.of(channel)) : channel.stream().map(bricks::of).toList();
	}

	private static boolean together(final Stack stack, final List<long[]> group, final Bricks bricks) {
		return !bricks.isWhole() || group.size() > 1 && (stack == Stack.JOINT || stack == Stack.AUTO);
	}

	/** How many times as many steps as a plane has a network for several planes has. */
	private static double steps(final List<long[]> channel) {
		return steps(channel.size());
	}

	/** The same by how many planes there are. */
	static double steps(final int planes) {
		return Math.min(MOST_STEPS, 0.5 + 0.5 * Math.sqrt(planes));
	}

	/**
	 * Does all of it.
	 *
	 * @throws CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public Record run() {
		return engaged(() -> {
			final List<List<long[]>> channels = order.channels();
			for (int c = 0; c < channels.size(); c++) {
				found = null;
				for (final List<long[]> group : groups(channels.get(c), first.stack(), bricks))
					group(c, group);
			}
			progress.noteSaturated(planes);
		});
	}

	private Record engaged(final Runnable work) {
		try {
			work.run();
			return Record.of(by, findings, notes, flicker.value(), bricks.planes(planes));
		}
		catch (final CancellationException e) {
			if (engine != null) engine.abort();
			throw e;
		}
		finally {
			if (engine != null) engine.close();
		}
	}

	private void group(final int channel, final List<long[]> group) {
		final int id = groups++;
		final boolean together = checkpoint.learnt(id) != null || together(first.stack(), group, bricks);
		final int learning = together ? piece++ : -1;
		Engine.Start start = null; // until there is a plane to learn from
		List<Training> learnt = List.of();
		boolean trained = false; // before this run
		boolean begins = true;
		boolean all = true; // are wanted
		for (final long[] position : group) {
			final int number = index++;
			if (!checkpoint.isWanted(number / bricks.count())) {
				piece++;
				all = false;
				begins = true;
				continue;
			}
			final Checkpoint.Done before = checkpoint.before(number);
			if (before != null) {
				trained |= again(before, number);
				begins = true;
				continue;
			}
			final long begun = System.nanoTime();
			final String place = order.place(position);
			progress.piece(piece, number / bricks.count(), place);
			final int said = notes.size();
			final Plane plane = source.read(position);
			final Part output = new Part(position, plane);
			if (bricks.isWhole()) flicker.begin(plane, first.factor(), begins);
			begins = false;
			Engine.Outcome outcome = null;
			final boolean warm = start == Engine.Start.WARM;
			if (IntensityRange.of(plane) == null) {
				progress.note("there is one value alone, which is returned enlarged, without training");
				Holes.fill(plane);
				constant(plane, output);
			}
			else {
				if (start == null) {
					open(resolved(channel), plane);
					if (together) {
						progress.piece(learning, number / bricks.count(), "");
						learnt = learnt(id, group, plane, trained || checkpoint.isGiven());
						progress.piece(piece, number / bricks.count(), place);
					}
					start = together ? shared(learnt) : trained && resumed() ? Engine.Start.WARM : Engine.Start.FRESH;
					if (trained || !all || checkpoint.isGiven()) learnt = List.of(); // it is another's work
				}
				outcome = engine.upscale(plane, start, output, progress).after(learnt);
				learnt = List.of();
				if (first.stack() == Stack.WARM) start = Engine.Start.WARM;
			}
			piece++;
			if (bricks.isWhole()) flicker.end();
			planes.add(report(position, warm, outcome, output, begun));
			keep(number, outcome != null, said, bricks.isLast(position));
		}
		if (start == null && trained) resolved(channel); // what was found belongs to the record
	}

	/**
	 * Has the planes of each channel learnt from together, and enlarges none.
	 *
	 * @return of which no plane is done
	 */
	public Record learn() {
		return engaged(() -> {
			final List<List<long[]>> channels = order.channels();
			for (int c = 0; c < channels.size(); c++) {
				found = null;
				final List<long[]> group = bricks.of(channels.get(c));
				for (final long[] position : group) {
					final Plane plane = source.read(position);
					if (IntensityRange.of(plane) == null) continue;
					progress.piece(c, 0, channels.size() == 1 ? "" : "C" + c);
					open(resolved(c), plane);
					learnt(c, group, plane, false);
					break;
				}
			}
		});
	}

	/** A plane that was done before, and whether it was trained on. */
	private boolean again(final Checkpoint.Done done, final int number) {
		progress.piece(piece++, number / bricks.count(), "");
		planes.add(done.report());
		notes.addAll(done.notes());
		flicker.add(done.sums());
		if (done.report().constant()) return false;
		memory = done.memory();
		by = done;
		return true;
	}

	/** Whether the engine goes on from the last plane of the run before. */
	private boolean resumed() {
		if (memory == null) return false;
		engine.remember(memory);
		return true;
	}

	private void keep(final int number, final boolean trained, final int said, final boolean whole) {
		final boolean computed = trained || by != null;
		final Checkpoint.Done done = new Checkpoint.Done(number, number / bricks.count(), planes.get(planes.size() - 1), List.copyOf(notes.subList(said, notes
			.size())), trained ? engine.tensorflow() : computed ? by.tensorflow() : "", trained ? engine.device() : computed ? by
				.device() : "none", trained ? engine.precision() : computed ? by.precision() : "none", trained && first
					.stack() == Stack.WARM && bricks.isWhole() ? engine.memory() : null, flicker.last(), whole);
		if (trained) by = done;
		checkpoint.done(done);
	}

	/**
	 * @param plane that there is something to learn from, whatever the others are
	 * @param told  whether what was said of it, when it was learnt before, is somewhere else
	 */
	private List<Training> learnt(final int id, final List<long[]> group, final Plane plane, final boolean told) {
		final Checkpoint.Learnt before = checkpoint.learnt(id);
		if (before != null && before.memory() != null) {
			engine.remember(before.memory());
			if (!told) notes.addAll(before.notes());
			return before.trainings();
		}
		final int said = notes.size();
		final Plane mosaic = Mosaic.of(source, group, progress);
		final List<Training> learnt = engine.learn(IntensityRange.of(mosaic) == null ? plane.copy() : mosaic, steps(group), progress);
		checkpoint.learnt(id, new Checkpoint.Learnt(learnt, engine.memory(), List.copyOf(notes.subList(said, notes.size()))));
		return learnt;
	}

	private Engine.Start shared(final List<Training> learnt) {
		if (!bricks.isWhole()) return Engine.Start.PART;
		if (!learnt.get(learnt.size() - 1).learnt()) return Engine.Start.FRESH;
		return first.stack() == Stack.AUTO ? Engine.Start.AUTO : Engine.Start.JOINT;
	}

	/** Makes the engine, unless the one of the channel before serves. */
	private void open(final Recipe next, final Plane plane) {
		if (engine != null && !next.equals(recipe)) {
			engine.close();
			engine = null;
		}
		if (engine == null) engine = maker.make(next, plane.channels, plane.height, plane.width);
		recipe = next;
	}

	/** The recipe of a channel, counted from 0, with what it leaves to be estimated. */
	private Recipe resolved(final int channel) {
		if (found == null) found = found(channel);
		return found;
	}

	private Recipe found(final int channel) {
		final List<long[]> planes = order.channels().get(channel);
		final List<long[]> seen = bricks.isWhole() ? planes : bricks.samples(planes);
		final Recipe resolved = findings.resolve(recipes.apply(channel), channel, source, seen, planes.size() == 1 ? List.of() : seen,
			progress);
		if (!resolved.kernel().symmetric()) progress.noteOfRun(
			"the kernel is not symmetric: of the 8 flips and turns only those that leave it as it is are used, in training and for the result: " +
				Arrays.stream(Orientation.values()).filter(resolved.kernel()::symmetric).count());
		return resolved;
	}

	private void constant(final Plane plane, final Output output) {
		final Factor scale = first.factor();
		final Plane row = new Plane(first.layers() * plane.channels, 1, scale.width(plane.width));
		for (int y = 0; y < scale.height(plane.height); y++) {
			Arrays.fill(row.data, 0, plane.channels * row.width, plane.data[0]); // holes may have been put into the row before
			Arrays.fill(row.data, plane.channels * row.width, row.data.length, 0);
			output.put(y, 0, row);
		}
	}

	private PlaneReport report(final long[] position, final boolean warm, final Engine.Outcome outcome, final Part output,
		final long start)
	{
		final double seconds = (System.nanoTime() - start) / 1e9;
		return outcome == null ? PlaneReport.constant(order.place(position), output.saturated, output.missing, seconds) : PlaneReport.of(
			order.place(position), warm, outcome, output.saturated, output.missing, seconds);
	}

	/** Hands parts of a plane on: holes reopened, saturation counted. */
	private final class Part implements Output {

		private final long[] position;
		private final Holes holes;
		/** Samples that are holes, of those that it answers for. */
		private final int missing;
		private long saturated;

		Part(final long[] position, final Plane plane) {
			this.position = position;
			holes = Holes.of(plane);
			missing = holes == null ? 0 : bricks.isWhole() ? holes.count() : missing(plane);
		}

		private int missing(final Plane plane) {
			final Window seen = bricks.window(position);
			final Window made = bricks.made(position);
			final Holes own = Holes.of(plane.crop(new Window(made.y() - seen.y(), made.x() - seen.x(), made.height(), made.width())));
			return own == null ? 0 : own.count();
		}

		@Override
		public void put(final int y, final int x, final Plane part) {
			final int channels = part.channels / first.layers();
			for (int i = 0; i < first.layers(); i++)
				put(first.layer(i), y, x, first.layers() == 1 ? part : part.channels(i * channels, channels));
		}

		private void put(final Layer layer, final int y, final int x, final Plane part) {
			if (holes != null) holes.reopen(part, y, x, first.factor().rows(), first.factor().columns());
			if (bricks.isWhole()) {
				write(layer, position, y, x, part);
				if (layer == Layer.RESULT) flicker.put(y, x, part);
			}
			else made(layer, bricks.top(position) + y, bricks.left(position) + x, part);
		}

		private void write(final Layer layer, final long[] plane, final int y, final int x, final Plane part) {
			if (layer == Layer.RESULT) saturated += sink.write(plane, y, x, part);
			else sink.write(layer, plane, y, x, part);
		}

		/** Of what a brick makes, what is its own. */
		private void made(final Layer layer, final int top, final int left, final Plane part) {
			final Window own = bricks.result(position);
			final int y = Math.max(top, own.y());
			final int x = Math.max(left, own.x());
			final int height = Math.min(top + part.height, own.y() + own.height()) - y;
			final int width = Math.min(left + part.width, own.x() + own.width()) - x;
			if (height > 0 && width > 0) write(layer, bricks.plane(position), y, x, part.crop(new Window(y - top, x - left,
				height, width)));
		}
	}
}
