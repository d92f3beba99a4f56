package org.zeroshotsr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

	/** What the image is like: the values of a family of options, each of which a given value overrides. */
	public enum Preset {
		IDEAL(Map.of()), MICROSCOPY(Map.of(Option.KERNEL, "optics", Option.NOISE, "auto")), NOISY(Map.of(Option.NOISE,
			"auto")), OLD(Map.of(Option.KERNEL, "estimate", Option.NOISE, "auto"));

		private final Map<Option, String> values;

		Preset(final Map<Option, String> values) {
			this.values = values;
		}
	}

	/** Time against quality. */
	public enum Quality {
		FAST(Map.of(Option.STEPS, "250", Option.ENSEMBLE, "4")), BALANCED(Map.of()), BEST(Map.of(Option.GRADUAL, "on"));

		private final Map<Option, String> values;

		Quality(final Map<Option, String> values) {
			this.values = values;
		}
	}

	private static final int FIXED_STEPS = 600;
	private static final int ADAPTIVE_STEPS = 3000;
	private static final int BACK_PROJECTIONS = 2;

	private static final int BEST_STEPS = 2000;

	private static final Options DEFAULTS = new Options(new EnumMap<>(Option.class), null);

	/** What was asked for, as text. */
	private final Map<Option, String> given;
	/** What that comes to: given, by preset, by quality, or by default. */
	private final Map<Option, String> texts = new EnumMap<>(Option.class);
	private final Map<Option, Object> values = new EnumMap<>(Option.class);
	/** The kernel that was read from its file, or null. */
	private final Kernel read;

	private Options(final Map<Option, String> given, final Kernel read) {
		this.given = given;
		this.read = read;
		for (final Option option : Option.values())
			put(option, given.getOrDefault(option, option.defaultValue()));
		this.<Quality> value(Option.QUALITY).values.forEach(this::imply);
		this.<Preset> value(Option.PRESET).values.forEach(this::imply);
		// a kernel for one pixel size says nothing about intermediate factors: more steps instead. Dialogs give quality's values
		if (kernelFile() != null && get(Option.GRADUAL).equals(this.<Quality> value(Option.QUALITY).values.get(
			Option.GRADUAL)))
		{
			put(Option.GRADUAL, Option.GRADUAL.defaultValue());
			if (value(Option.STEPS) == null) put(Option.STEPS, String.valueOf(BEST_STEPS));
		}
	}

	private void put(final Option option, final String text) {
		values.put(option, option.parse(text));
		texts.put(option, text.trim());
	}

	private void imply(final Option option, final String text) {
		if (!given.containsKey(option)) put(option, text);
	}

	public static Options defaults() {
		return DEFAULTS;
	}

	/** The options whose values a preset or a quality may set. */
	public static Set<Option> governed() {
		final Set<Option> governed = EnumSet.noneOf(Option.class);
		for (final Preset preset : Preset.values())
			governed.addAll(preset.values.keySet());
		for (final Quality quality : Quality.values())
			governed.addAll(quality.values.keySet());
		return governed;
	}

	/**
	 * These options with another value for one of them.
	 *
	 * @throws IllegalArgumentException which names the option, the value and what is possible
	 */
	public Options with(final Option option, final String value) {
		return with(Map.of(option.text(), value));
	}

	/** These options with the values of {@code choices}, by command-line name or macro key. */
	public Options with(final Map<String, String> choices) {
		final Map<Option, String> all = new EnumMap<>(Option.class);
		all.putAll(given);
		choices.forEach((name, value) -> all.put(Option.of(name), value));
		return new Options(all, Objects.equals(all.get(Option.KERNEL), given.get(Option.KERNEL)) ? read : null);
	}

	/** These options with the samples of the kernel file, which somebody has read. */
	public Options withKernel(final Kernel kernel) {
		return new Options(given, kernel);
	}

	/** The value of an option as text: as it was given, or by preset, quality or default. */
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

	/** Whether the kernel is yet to be estimated. */
	boolean estimatesKernel() {
		return get(Option.KERNEL).equalsIgnoreCase(OptionValues.ESTIMATE);
	}

	/** Whether the noise is yet to be estimated. */
	boolean estimatesNoise() {
		return noise() == OptionValues.Noise.AUTO;
	}

	/** What follows "optics" in the kernel's text, or null for another kernel. */
	private String optics() {
		final String text = get(Option.KERNEL).toLowerCase(Locale.ROOT);
		return text.startsWith(OptionValues.OPTICS) ? text.substring(OptionValues.OPTICS.length()) : null;
	}

	/** Which of NA, EM and PIXEL a kernel of optics still needs; see {@link #withOptics}. */
	public List<String> missingOptics() {
		return optics() == null ? List.of() : OpticsText.missing(optics());
	}

	/** These options with the kernel's optics completed by {@code values}, such as PIXEL=0.1. */
	public Options withOptics(final List<String> values) {
		if (values.isEmpty()) return this;
		return with(Option.KERNEL, get(Option.KERNEL) + (optics().isEmpty() ? ":" : ",") + String.join(",", values));
	}

	/** For how many channels the kernel is given: mostly 1, which holds for any. */
	int kernelChannels() {
		return optics() == null ? 1 : OpticsText.channels(optics());
	}

	/** The options for one channel, from 0. */
	Options ofChannel(final int channel) {
		return kernelChannels() == 1 ? this : with(Option.KERNEL, OpticsText.channel(get(Option.KERNEL), channel));
	}

	/** Whether an option has the value that the preset has for it; dialogs give such values, too. */
	public boolean isPresets(final Option option) {
		return get(option).equalsIgnoreCase(this.<Preset> value(Option.PRESET).values.get(option));
	}

	/**
	 * The kernel, of the first channel where they differ; where it is in a file, {@link #withKernel} must have brought it,
	 * and where its optics are not complete, {@link #withOptics}. Not for one that is yet to be estimated.
	 */
	public Kernel kernel() {
		if (read != null) return read;
		return Objects.requireNonNull(this.<OptionValues.KernelChoice> value(Option.KERNEL).kernel(), () -> "the kernel " +
			get(Option.KERNEL) + " has not been read, estimated or completed");
	}

	/** Noise for the sons, or null. */
	OptionValues.Noise noise() {
		return value(Option.NOISE);
	}

	public StackMode stack() {
		return value(Option.STACK);
	}

	/** How many back-projections; with noise the same, but they leave alone what noise explains. */
	public int backProjection() {
		final Integer count = value(Option.BACK_PROJECTION);
		return count != null ? count : BACK_PROJECTIONS;
	}

	/** In how many flips and turns the image is enlarged at most; a kernel that is not symmetric forbids some. */
	public int ensemble() {
		return this.<Integer> value(Option.ENSEMBLE);
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
