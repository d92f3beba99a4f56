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

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.resize.Factor;

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
	 * @param planes     in the order they were done
	 */
	public record Record(String tensorflow, String device, String precision, List<String> estimates,
		Map<String, String> chosen, List<String> notes, List<PlaneReport> planes)
	{}

	private final PlaneOrder order;
	private final PlaneSource source;
	private final PlaneSink sink;
	private final IntFunction<Recipe> recipes;
	private final Engine.Maker maker;
	private final List<String> notes = new ArrayList<>();
	private final List<String> estimates = new ArrayList<>();
	private final Map<String, String[]> chosen = new LinkedHashMap<>();
	private final List<PlaneReport> planes = new ArrayList<>();
	private final RunProgress progress;
	private final Recipe first;

	/**
	 * @param recipes a channel's recipe, counted from 0; what it leaves to be estimated is found in the image
	 * @param height  rows of a plane
	 * @param width   its columns
	 */
	public StackRun(final PlaneOrder order, final PlaneSource source, final PlaneSink sink,
		final IntFunction<Recipe> recipes, final int height, final int width, final Engine.Maker maker,
		final Progress progress)
	{
		this.order = order;
		this.source = source;
		this.sink = sink;
		this.recipes = recipes;
		this.maker = maker;
		first = recipes.apply(0);
		final Plan plan = new Plan(first, height, width);
		this.progress = new RunProgress(progress, notes, plan.work(order, first.warm()));
	}

	/**
	 * Does all of it.
	 *
	 * @throws CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public Record run() {
		Engine engine = null;
		try {
			Recipe recipe = null;
			boolean learnt = false;
			int channel = -1;
			for (int i = 0; i < order.planes().size(); i++) {
				final long[] position = order.planes().get(i);
				progress.plane(i, order.place(position));
				final long start = System.nanoTime();
				if (order.fresh().get(i)) {
					learnt = false;
					channel++;
				}
				final Plane plane = source.read(position);
				final Holes holes = Holes.of(plane);
				final Part output = new Part(position, holes);
				Engine.Outcome outcome = null;
				final boolean warm = learnt && first.warm();
				if (IntensityRange.of(plane) == null) {
					progress.note("there is one value alone, which is returned enlarged, without training");
					Holes.fill(plane);
					constant(plane, output);
				}
				else {
					if (!learnt) {
						final Recipe next = resolved(channel);
						if (engine != null && !next.equals(recipe)) {
							engine.close();
							engine = null;
						}
						if (engine == null) engine = maker.make(next, plane.channels, plane.height, plane.width);
						recipe = next;
					}
					outcome = engine.upscale(plane, warm, output, progress);
					learnt = true;
				}
				planes.add(report(position, warm, outcome, output, start));
			}
			final long saturated = planes.stream().mapToLong(PlaneReport::saturated).sum();
			if (saturated > 0) progress.noteOfRun(saturated +
				" samples of the result were beyond the range of the pixel type and are cut off there");
			return new Record(engine == null ? "" : engine.tensorflow(), engine == null ? "none" : engine.device(), engine == null
				? "none" : engine.precision(), List.copyOf(estimates), chosen(), List.copyOf(notes), List.copyOf(planes));
		}
		catch (final CancellationException e) {
			if (engine != null) engine.abort();
			throw e;
		}
		finally {
			if (engine != null) engine.close();
		}
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
		}
	}
}
