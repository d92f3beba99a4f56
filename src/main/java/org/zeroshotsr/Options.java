package org.zeroshotsr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/**
 * A choice for every {@link Option}. Immutable; starts from {@link #defaults()}.
 *
 * <pre>
 * Options options = Options.defaults().with(Option.SCALE, "1.5x2").with(Option.STACK, "warm");
 * </pre>
 */
public final class Options {

	/** How the planes of a stack share what they learn. */
	public enum StackMode {
		INDEPENDENT, WARM
	}

	/** How the learning rate goes. */
	public enum Schedule {
		FIXED, ADAPTIVE
	}

	private static final int FIXED_STEPS = 600;
	private static final int ADAPTIVE_STEPS = 3000;
	private static final int BACK_PROJECTIONS = 2;

	private static final Options DEFAULTS = new Options();

	private final Map<Option, String> texts = new EnumMap<>(Option.class);
	private final Map<Option, Object> values = new EnumMap<>(Option.class);

	private Options() {
		for (final Option option : Option.values())
			put(option, option.defaultValue());
	}

	private Options(final Options other) {
		texts.putAll(other.texts);
		values.putAll(other.values);
	}

	private void put(final Option option, final String text) {
		values.put(option, option.parse(text));
		texts.put(option, text.trim());
	}

	public static Options defaults() {
		return DEFAULTS;
	}

	/**
	 * These options with another value for one of them.
	 *
	 * @throws IllegalArgumentException which names the option, the value and what is possible
	 */
	public Options with(final Option option, final String value) {
		final Options copy = new Options(this);
		copy.put(option, value);
		return copy;
	}

	/** These options with the values of {@code choices}, by command-line name or macro key. */
	public Options with(final Map<String, String> choices) {
		final Options copy = new Options(this);
		choices.forEach((name, value) -> copy.put(Option.of(name), value));
		return copy;
	}

	/** These options with the samples of the kernel file, which somebody has read. */
	public Options withKernel(final Kernel kernel) {
		final Options copy = new Options(this);
		copy.values.put(Option.KERNEL, new OptionValues.KernelChoice(kernel, kernelFile()));
		return copy;
	}

	/** The value of an option as it was given. */
	public String get(final Option option) {
		return texts.get(option);
	}

	/** All values by command-line name, in the order of {@link Option}. */
	public Map<String, String> toMap() {
		final Map<String, String> map = new LinkedHashMap<>();
		texts.forEach((option, text) -> map.put(option.text(), text));
		return map;
	}

	@SuppressWarnings("unchecked")
	private <T> T value(final Option option) {
		return (T) values.get(option);
	}

	public Factor scale() {
		return value(Option.SCALE);
	}

	/** The factors of the stages, the last of which is {@link #scale()}; one stage unless gradual. */
	public List<Factor> stages() {
		final List<Factor> asked = value(Option.GRADUAL);
		if (asked == null) return List.of(scale());
		if (asked.isEmpty()) return automaticStages(scale());
		final List<Factor> stages = new ArrayList<>(asked);
		for (int i = 0; i < stages.size(); i++)
			if (stages.get(i).rows() > scale().rows() || stages.get(i).columns() > scale().columns())
				throw new IllegalArgumentException("gradual: the factor " + stages.get(i).rows() + "x" + stages.get(i)
					.columns() + " is larger than the scale");
		if (!stages.get(stages.size() - 1).equals(scale())) stages.add(scale());
		return stages;
	}

	/** The published x2 schedule, 1x1.5, 1.5x1, 1.5x1.5, 1.5x2, 2x1.5, 2x2, carried over to any factor. */
	private static List<Factor> automaticStages(final Factor scale) {
		final List<Factor> stages = new ArrayList<>();
		final double[][] at = { { 0, .5 }, { .5, 0 }, { .5, .5 }, { .5, 1 }, { 1, .5 }, { 1, 1 } };
		for (final double[] part : at) {
			final Factor stage = new Factor(1 + part[0] * (scale.rows() - 1), 1 + part[1] * (scale.columns() - 1));
			if (!stages.contains(stage) && (stage.rows() > 1 || stage.columns() > 1)) stages.add(stage);
		}
		stages.remove(scale);
		stages.add(scale);
		return stages;
	}

	/** The kernel file to be read before the run, or null. */
	public Path kernelFile() {
		return this.<OptionValues.KernelChoice> value(Option.KERNEL).file();
	}

	/** Whether the kernel is that of optics which still need the image's pixel size; see {@link #withPixelSize}. */
	public boolean needsPixelSize() {
		return kernelFile() == null && this.<OptionValues.KernelChoice> value(Option.KERNEL).kernel() == null;
	}

	/**
	 * These options with the image's pixel size added to the kernel's optics.
	 *
	 * @param rows    height of a pixel of the image to be enlarged, in micrometres
	 * @param columns its width
	 */
	public Options withPixelSize(final double rows, final double columns) {
		return with(Option.KERNEL, get(Option.KERNEL) + ",PIXEL=" + rows + (rows == columns ? "" : "x" + columns));
	}

	/**
	 * The kernel; where it comes from a file, {@link #withKernel} must have brought it, and where it needs the image's pixel
	 * size, {@link #withPixelSize}.
	 */
	public Kernel kernel() {
		final OptionValues.KernelChoice choice = value(Option.KERNEL);
		return Objects.requireNonNull(choice.kernel(), () -> choice.file() == null ? get(Option.KERNEL) +
			" has no pixel size" : "the kernel file " + choice.file() + " has not been read");
	}

	/** Noise for the sons, or null. */
	OptionValues.Noise noise() {
		return value(Option.NOISE);
	}

	public StackMode stack() {
		return value(Option.STACK);
	}

	/** How many back-projections; with noise none by default, as they would put the input's noise back. */
	public int backProjection() {
		final Integer count = value(Option.BACK_PROJECTION);
		if (count != null) return count;
		return noise() == null ? BACK_PROJECTIONS : 0;
	}

	/**
	 * In how many flips and turns the image is enlarged: 1 where the kernel is not symmetric, as no flip of the image was
	 * blurred by it.
	 */
	public int ensemble() {
		return kernel().symmetric() ? this.<Integer> value(Option.ENSEMBLE) : 1;
	}

	public boolean adaptive() {
		return value(Option.SCHEDULE) == Schedule.ADAPTIVE;
	}

	public int steps() {
		final Integer steps = value(Option.STEPS);
		if (steps != null) return steps;
		return adaptive() ? ADAPTIVE_STEPS : FIXED_STEPS;
	}

	public int crop() {
		return this.<Integer> value(Option.CROP);
	}

	public long seed() {
		return this.<Long> value(Option.SEED);
	}

	/** The network that these options ask for, for images of so many merged colours. */
	public NetworkSpec network(final int channels) {
		return new NetworkSpec(channels, this.<Integer> value(Option.DEPTH), this.<Integer> value(Option.WIDTH), value(
			Option.START), value(Option.DEVICE), value(Option.PRECISION));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Options && texts.equals(((Options) other).texts);
	}

	@Override
	public int hashCode() {
		return texts.hashCode();
	}

	@Override
	public String toString() {
		return toMap().toString();
	}
}
