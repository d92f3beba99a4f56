package org.zeroshotsr.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;
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
	{}

	private static final double MOST_STEPS = 2;

	private final PlaneOrder order;
	private final PlaneSource source;
	private final PlaneSink sink;
	private final IntFunction<Recipe> recipes;
	private final Checkpoint checkpoint;
	private final Engine.Maker maker;
	private final List<String> notes = new ArrayList<>();
	private final List<String> estimates = new ArrayList<>();
	private final Map<String, String[]> chosen = new LinkedHashMap<>();
	private final List<PlaneReport> planes = new ArrayList<>();
	private final Flicker flicker = new Flicker();
	private final RunProgress progress;
	private final Recipe first;
	private Engine engine;
	/** Of the engine. */
	private Recipe recipe;
	private int piece;
	/** The last plane that was trained on. */
	private Checkpoint.Done by;
	private Engine.Memory memory;

	/**
	 * @param recipes a channel's recipe, counted from 0; what it leaves to be estimated is found in the image
	 * @param height  rows of a plane
	 * @param width   its columns
	 * @param checkpoint says what is done already, and is told what is
	 */
	public StackRun(final PlaneOrder order, final PlaneSource source, final PlaneSink sink,
		final IntFunction<Recipe> recipes, final int height, final int width, final Checkpoint checkpoint,
		final Engine.Maker maker, final Progress progress)
	{
		this.order = order;
		this.source = source;
		this.sink = sink;
		this.recipes = recipes;
		this.checkpoint = checkpoint;
		this.maker = maker;
		first = recipes.apply(0);
		final Plan plan = new Plan(first, height, width);
		this.progress = new RunProgress(progress, notes, order.planes().size(), pieces(plan, order, first.stack()));
	}

	/** What a run will be in all, in units of a {@link Plan}. */
	static double work(final Plan plan, final PlaneOrder order, final Stack stack) {
		return DoubleStream.of(pieces(plan, order, stack)).sum();
	}

	/** The work of each piece: a common network, and then the planes of its channel. */
	private static double[] pieces(final Plan plan, final PlaneOrder order, final Stack stack) {
		final DoubleStream.Builder pieces = DoubleStream.builder();
		for (final List<long[]> channel : order.channels()) {
			final boolean together = together(stack, channel);
			if (together) pieces.add(plan.learning(steps(channel)));
			for (int i = 0; i < channel.size(); i++)
				pieces.add(plan.work(together ? Engine.Start.JOINT : stack == Stack.WARM && i > 0 ? Engine.Start.WARM
					: Engine.Start.FRESH));
		}
		return pieces.build().toArray();
	}

	private static boolean together(final Stack stack, final List<long[]> channel) {
		return channel.size() > 1 && (stack == Stack.JOINT || stack == Stack.AUTO);
	}

	/** How many times as many steps as a plane has a network for several planes has. */
	private static double steps(final List<long[]> channel) {
		return Math.min(MOST_STEPS, 0.5 + 0.5 * Math.sqrt(channel.size()));
	}

	/**
	 * Does all of it.
	 *
	 * @throws CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public Record run() {
		try {
			final List<List<long[]>> channels = order.channels();
			for (int c = 0; c < channels.size(); c++)
				channel(c, channels.get(c));
			final long saturated = planes.stream().mapToLong(PlaneReport::saturated).sum();
			if (saturated > 0) progress.noteOfRun(saturated +
				" samples of the result were beyond the range of the pixel type and are cut off there");
			return new Record(by == null ? "" : by.tensorflow(), by == null ? "none" : by.device(), by == null ? "none" : by
				.precision(), List.copyOf(estimates), chosen(), List.copyOf(notes), flicker.value(), List.copyOf(planes));
		}
		catch (final CancellationException e) {
			if (engine != null) engine.abort();
			throw e;
		}
		finally {
			if (engine != null) engine.close();
		}
	}

	private void channel(final int number, final List<long[]> channel) {
		final boolean together = together(first.stack(), channel);
		final int learning = together ? piece++ : -1;
		Engine.Start start = null; // until there is a plane to learn from
		List<Training> learnt = List.of();
		boolean trained = false; // before this run
		boolean begins = true;
		for (final long[] position : channel) {
			if (planes.size() < checkpoint.before().size()) {
				trained |= again(checkpoint.before().get(planes.size()));
				continue;
			}
			final long begun = System.nanoTime();
			final String place = order.place(position);
			progress.piece(piece, planes.size(), place);
			final int said = notes.size();
			final Plane plane = source.read(position);
			final Part output = new Part(position, Holes.of(plane));
			flicker.begin(plane, first.factor(), begins);
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
					open(resolved(number), plane);
					if (together) {
						progress.piece(learning, planes.size(), "");
						learnt = learnt(number, channel);
						progress.piece(piece, planes.size(), place);
					}
					start = together ? shared(learnt) : trained && resumed() ? Engine.Start.WARM : Engine.Start.FRESH;
					if (trained) learnt = List.of();
				}
				outcome = engine.upscale(plane, start, output, progress).after(learnt);
				learnt = List.of();
				if (first.stack() == Stack.WARM) start = Engine.Start.WARM;
			}
			piece++;
			flicker.end();
			planes.add(report(position, warm, outcome, output, begun));
			keep(outcome != null, said);
		}
		if (start == null && trained) resolved(number); // what was found belongs to the record
	}

	/** A plane that was done before, and whether it was trained on. */
	private boolean again(final Checkpoint.Done done) {
		progress.piece(piece++, planes.size(), "");
		planes.add(done.report());
		notes.addAll(done.notes());
		flicker.add(done.flicker());
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

	private void keep(final boolean trained, final int said) {
		final boolean computed = trained || by != null;
		final Checkpoint.Done done = new Checkpoint.Done(planes.get(planes.size() - 1), List.copyOf(notes.subList(said, notes
			.size())), trained ? engine.tensorflow() : computed ? by.tensorflow() : "", trained ? engine.device() : computed ? by
				.device() : "none", trained ? engine.precision() : computed ? by.precision() : "none", trained && first
					.stack() == Stack.WARM ? engine.memory() : null, flicker.last());
		if (trained) by = done;
		checkpoint.done(done);
	}

	private List<Training> learnt(final int number, final List<long[]> channel) {
		final Checkpoint.Learnt before = checkpoint.learnt(number);
		if (before != null && before.memory() != null) {
			engine.remember(before.memory());
			return before.trainings();
		}
		final List<Training> learnt = engine.learn(Mosaic.of(source, channel, progress), steps(channel), progress);
		checkpoint.learnt(number, new Checkpoint.Learnt(learnt, engine.memory()));
		return learnt;
	}

	private Engine.Start shared(final List<Training> learnt) {
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
		final List<List<long[]>> channels = order.channels();
		final String name = channels.size() == 1 ? "" : "channel " + (channel + 1) + " ";
		final Estimation.Found found = Estimation.resolve(recipes.apply(channel), source, channels.get(channel),
			new WrappedProgress(progress) {

				@Override
				public void note(final String message) {
					progress.noteOfRun(message);
				}
			});
		final Recipe resolved = found.recipe();
		if (!found.options().isEmpty()) {
			final String text = found.options().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors
				.joining(" "));
			estimates.add(name + text);
			progress.noteOfRun((found.words().isEmpty() ? name : "found in the image: " + name + found.words() + "; ") +
				"chosen: " + text);
			found.options().forEach((option, value) -> chosen.computeIfAbsent(option, o -> new String[channels.size()])[channel] =
				value);
		}
		if (!resolved.kernel().symmetric()) progress.noteOfRun(
			"the kernel is not symmetric: of the 8 flips and turns only those that leave it as it is are used, in training and for the result: " +
				Arrays.stream(Orientation.values()).filter(resolved.kernel()::symmetric).count());
		return resolved;
	}

	/** By option, the values of all channels; of those whose planes all have one value alone, that of another. */
	private Map<String, String> chosen() {
		final Map<String, String> all = new LinkedHashMap<>();
		chosen.forEach((option, values) -> {
			final String any = Arrays.stream(values).filter(Objects::nonNull).findFirst().orElseThrow();
			all.put(option, Arrays.stream(values).map(v -> v == null ? any : v).collect(Collectors.joining(";")));
		});
		return all;
	}

	private void constant(final Plane plane, final Output output) {
		final Factor scale = first.factor();
		final Plane row = new Plane(plane.channels, 1, scale.width(plane.width));
		for (int y = 0; y < scale.height(plane.height); y++) {
			Arrays.fill(row.data, plane.data[0]); // holes may have been put into the row before
			output.put(y, 0, row);
		}
	}

	private PlaneReport report(final long[] position, final boolean warm, final Engine.Outcome outcome, final Part output,
		final long start)
	{
		final int holes = output.holes == null ? 0 : output.holes.count();
		final double seconds = (System.nanoTime() - start) / 1e9;
		return outcome == null ? PlaneReport.constant(order.place(position), output.saturated, holes, seconds) : PlaneReport.of(
			order.place(position), warm, outcome, output.saturated, holes, seconds);
	}

	/** Hands parts of a plane on: holes reopened, saturation counted. */
	private final class Part implements Output {

		private final long[] position;
		private final Holes holes;
		private long saturated;

		Part(final long[] position, final Holes holes) {
			this.position = position;
			this.holes = holes;
		}

		@Override
		public void put(final int y, final int x, final Plane part) {
			if (holes != null) holes.reopen(part, y, x, first.factor().rows(), first.factor().columns());
			saturated += sink.write(position, y, x, part);
			flicker.put(y, x, part);
		}
	}
}
