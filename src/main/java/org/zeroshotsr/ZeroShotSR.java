package org.zeroshotsr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.stack.PlaneOrder;
import org.zeroshotsr.stack.PlaneUpscaler;

/**
 * Enlarges images by zero-shot super-resolution (Shocher, Cohen, Irani, CVPR 2018): for every plane a small network is
 * trained on the plane itself and its shrunken copies, and then enlarges it.
 *
 * @param <T> pixel type
 */
public final class ZeroShotSR<T extends RealType<T> & NativeType<T>> {

	/** Smallest number of rows and of columns that there is anything to learn from. */
	public static final int MIN_SIZE = 8;

	private final RandomAccessibleInterval<T> image;
	private final String axes;
	private final Options options;
	private final Progress progress;
	private final Engine.Maker maker;

	private final List<String> notes = new ArrayList<>();
	private final List<String> estimates = new ArrayList<>();
	private final PlaneOrder order;
	private final long[] inputSize;
	private final long[] outputSize;
	private final Factor scale;

	private ZeroShotSR(final RandomAccessibleInterval<T> image, final String axes, final Options options,
		final Progress progress, final Engine.Maker maker)
	{
		this.maker = maker;
		this.image = image;
		this.axes = axes;
		this.options = options;
		this.progress = progress;
		scale = options.scale();
		inputSize = image.dimensionsAsLongArray();
		order = PlaneOrder.of(axes, inputSize);
		outputSize = inputSize.clone();
		final double height = Math.ceil(scale.rows() * inputSize[order.y()]);
		final double width = Math.ceil(scale.columns() * inputSize[order.x()]);
		if (height * width > Integer.MAX_VALUE) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"scale: the result would have %.0f x %.0f pixels a plane, more than 2^31; choose a smaller scale or enlarge part of the image",
			width, height));
		outputSize[order.x()] = scale.width(Math.toIntExact(inputSize[order.x()]));
		outputSize[order.y()] = scale.height(Math.toIntExact(inputSize[order.y()]));
	}

	/**
	 * Enlarges every plane of an image.
	 *
	 * @param image    of any real type; a plane is read when its turn comes, and never changed
	 * @param axes     a letter for each dimension: X, Y, and where there are C (channels, each on its own), Z, T, or S (the
	 *                 merged colours of RGB)
	 * @param options  what is wanted
	 * @param progress is told what goes on, and may cancel
	 * @return an image of the same type and axes; integer types are rounded at the very end, and what lies outside their
	 *         range is cut off there and counted
	 * @throws IllegalArgumentException where image and options do not fit, before any work
	 * @throws java.util.concurrent.CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public static <T extends RealType<T> & NativeType<T>> Result<T> upscale(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final Progress progress)
	{
		return upscale(image, axes, options, progress, LocalEngine::new);
	}

	/** The same with another engine than this process's own. */
	public static <T extends RealType<T> & NativeType<T>> Result<T> upscale(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final Progress progress, final Engine.Maker maker)
	{
		final ZeroShotSR<T> run = new ZeroShotSR<>(image, axes, options, progress, maker);
		run.check();
		return run.run();
	}

	/**
	 * Checks sizes and memory without reading a pixel; {@link #upscale} does so too.
	 *
	 * @throws IllegalArgumentException which says what does not fit
	 */
	public static <T extends RealType<T> & NativeType<T>> void check(final RandomAccessibleInterval<T> image,
		final String axes, final Options options)
	{
		new ZeroShotSR<>(image, axes, options, Progress.NONE, LocalEngine::new).check();
	}

	private int height() {
		return (int) inputSize[order.y()];
	}

	private int width() {
		return (int) inputSize[order.x()];
	}

	private int channels() {
		return order.samples() < 0 ? 1 : (int) inputSize[order.samples()];
	}

	private void check() {
		if (height() < MIN_SIZE || width() < MIN_SIZE) throw new IllegalArgumentException("the image has " + width() +
			" x " + height() + " pixels; at least " + MIN_SIZE + " x " + MIN_SIZE + " are needed to learn from");
		if (options.kernelChannels() > 1 && options.kernelChannels() != order.channels().size())
			throw new IllegalArgumentException("kernel: " + options.get(Option.KERNEL) + " names " + options.kernelChannels() +
				" wavelengths, and the image has " + order.channels().size() + " channels; give one, or one for each");
		final List<Factor> stages = options.stages();
		if (stages.size() > 1 && options.kernelFile() != null) throw new IllegalArgumentException(
			"gradual: a measured kernel holds for one pixel size, not for intermediate factors; switch gradual off or take kernel bicubic, linear or gaussian");
		double needed = (double) image.getType().getBitsPerPixel() / 8;
		for (final long size : outputSize)
			needed *= size;
		// the plane being worked on, as float, and its copies
		needed += 3.0 * Float.BYTES * height() * width() * channels();
		if (stages.size() > 1) needed += stages.stream().mapToDouble(f -> Float.BYTES * f.rows() * f.columns() * height() *
			width() * channels()).sum();
		final double available = Runtime.getRuntime().maxMemory();
		if (needed > available) throw new IllegalArgumentException(String.format(
			"the result needs about %.1f GB of memory and Java may use %.1f GB; choose a smaller scale, enlarge part of the image or stack, or give Java more memory (-Xmx)",
			needed / 1e9, available / 1e9));
		// a kernel that is too large for the image, which it shrinks to measure the training, is refused before any work
		if (!options.estimatesKernel()) for (final Factor stage : stages)
			options.kernel().shrink(height(), width(), stage.lowHeight(height()), stage.lowWidth(width()), stage);
	}

	private Result<T> run() {
		final long start = System.nanoTime();
		final PlanarImg<T, ?> result = new PlanarImgFactory<>(image.getType()).create(outputSize);
		final RunMonitor monitor = monitor();
		final List<PlaneReport> planes = new ArrayList<>();
		Engine engine = null;
		try {
			boolean learnt = false;
			int channel = -1;
			for (int i = 0; i < order.planes().size(); i++) {
				monitor.plane(i);
				final long planeStart = System.nanoTime();
				if (order.fresh().get(i)) {
					learnt = false;
					channel++;
					if (engine != null && (options.estimatesNoise() || options.estimatesKernel() || options.kernelChannels() > 1)) {
						engine.close();
						engine = null;
					}
				}
				final boolean warm = learnt && options.stack() == Options.StackMode.WARM;
				final long[] position = order.planes().get(i);
				final Plane plane = PlaneIO.read(image, order.x(), order.y(), order.samples(), position);
				final Holes holes = Holes.fill(plane);
				final PlaneOutput output = new PlaneOutput(result, position, holes);
				PlaneUpscaler.Outcome outcome = null;
				if (IntensityRange.of(plane) == null) {
					monitor.note(name(position) + " holds one value alone; it is returned enlarged, without training");
					constant(plane, output);
				}
				else {
					if (engine == null) engine = maker.make(resolved(channel, monitor), channels(), height(), width());
					outcome = engine.upscale(plane, warm, output, monitor);
					learnt = true;
				}
				planes.add(report(position, warm && outcome != null, outcome, output.saturated, holes, planeStart));
			}
			final long saturated = planes.stream().mapToLong(PlaneReport::saturated).sum();
			if (saturated > 0) monitor.note(saturated +
				" samples of the result were beyond the range of the pixel type and are cut off there");
			return new Result<>(result, new Report(Version.get(), engine == null ? "" : engine.tensorflow(), options.toMap(),
				engine == null ? "none" : engine.device(), engine == null ? "none" : engine.precision(), axes, inputSize,
				outputSize, seconds(start), List.copyOf(estimates), List.copyOf(notes), planes));
		}
		catch (final CancellationException e) {
			if (engine != null) engine.abort();
			throw e;
		}
		finally {
			if (engine != null) engine.close();
		}
	}

	/** The options with what they leave to be estimated from a channel, counted from 0. */
	private Options resolved(final int channel, final RunMonitor monitor) {
		final List<List<long[]>> channels = order.channels();
		final String name = channels.size() == 1 ? "" : "channel " + (channel + 1) + " ";
		final Options resolved = Estimation.resolve(options.ofChannel(channel), image, order, channels.get(channel), found -> {
			estimates.add(name + found);
			monitor.note("found in the image: " + name + found);
		}, monitor::note, monitor::estimating);
		if (!resolved.kernel().symmetric()) monitor.note(
			"the kernel is not symmetric: of the 8 flips and turns only those that leave it as it is are used, in training and for the result: " +
				Arrays.stream(Orientation.values()).filter(resolved.kernel()::symmetric).count());
		return resolved;
	}

	private RunMonitor monitor() {
		final int[] steps = new int[order.planes().size()];
		for (int i = 0; i < steps.length; i++)
			steps[i] = PlaneUpscaler.steps(options.steps(), 1, options.stack() == Options.StackMode.WARM && !order.fresh()
				.get(i));
		// one that is yet to be estimated may allow fewer flips and turns than this, which takes less time
		final Kernel kernel = options.estimatesKernel() ? Kernel.cubic() : options.kernel();
		final double[] pixels = options.stages().stream().mapToDouble(f -> (double) f.height(height()) * f.width(width()) *
			Enlarger.orientations(options.ensemble(), f, kernel).size()).toArray();
		return new RunMonitor(progress, notes, steps, Math.min(options.crop(), Math.min(height(), width())), pixels);
	}

	private void constant(final Plane plane, final Output output) {
		final Plane row = new Plane(plane.channels, 1, (int) outputSize[order.x()]);
		for (int y = 0; y < outputSize[order.y()]; y++) {
			Arrays.fill(row.data, plane.data[0]); // holes may have been put into the row before
			output.put(y, 0, row);
		}
	}

	private PlaneReport report(final long[] position, final boolean warm, final PlaneUpscaler.Outcome outcome,
		final long saturated, final Holes holes, final long start)
	{
		final int count = holes == null ? 0 : holes.count();
		if (outcome == null) return new PlaneReport(place(position), false, true, 0, Double.NaN, 0, saturated, count, seconds(
			start), List.of());
		final int steps = outcome.trainings().stream().mapToInt(t -> t.steps()).sum();
		final double gain = outcome.trainings().get(outcome.trainings().size() - 1).gain();
		return new PlaneReport(place(position), warm, false, steps, gain, outcome.rms(), saturated, count,
			seconds(start), outcome.trainings());
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	private String name(final long[] position) {
		return place(position).isEmpty() ? "The image" : "Plane " + place(position);
	}

	private String place(final long[] position) {
		final StringBuilder place = new StringBuilder();
		for (int d = 0; d < axes.length(); d++)
			if (d != order.x() && d != order.y() && d != order.samples()) place.append(place.length() > 0 ? " " : "").append(axes
				.charAt(d)).append(position[d]);
		return place.toString();
	}

	/** Writes parts of a plane into the result: holes reopened, rounded, saturation counted. */
	private final class PlaneOutput implements Output {

		private final RandomAccessibleInterval<T> result;
		private final long[] position;
		private final Holes holes;
		private long saturated;

		PlaneOutput(final RandomAccessibleInterval<T> result, final long[] position, final Holes holes) {
			this.result = result;
			this.position = position;
			this.holes = holes;
		}

		@Override
		public void put(final int y, final int x, final Plane part) {
			if (holes != null) holes.reopen(part, y, x, scale.rows(), scale.columns());
			saturated += PlaneIO.write(part, result, order.x(), order.y(), order.samples(), position, y, x);
		}
	}
}
