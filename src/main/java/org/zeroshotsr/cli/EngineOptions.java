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
package org.zeroshotsr.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Stack;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;

import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The engine's options on the command line, all made from {@link Option}. */
final class EngineOptions {

	private EngineOptions() {}

	/** Adds every option to a command. */
	static void addTo(final CommandSpec command) {
		for (final Option option : Option.values()) {
			final String[] names = option.text().equals(option.key()) ? new String[] { "--" + option.text() }
				: new String[] { "--" + option.text(), "--" + option.key() };
			final OptionSpec.Builder spec = OptionSpec.builder(names).type(String.class).paramLabel("VALUE").description(
				description(option));
			if (option == Option.GRADUAL) spec.arity("0..1").fallbackValue("on").preprocessor(new OptionalValue(
				"[\\d.,x]+|on|off|true|false"));
			command.addOption(spec.build());
		}
	}

	private static String[] description(final Option option) {
		final String unit = option.unit().isEmpty() ? "" : " [" + option.unit() + "]";
		return new String[] { escaped(option.help()) + ".", escaped(option.range() + unit), "Default: " + escaped(option
			.defaultValue()) };
	}

	/** Descriptions are format strings. */
	private static String escaped(final String text) {
		return text.replace("%", "%%");
	}

	/** The options as given to a command; what is not given has its default. */
	static Options of(final CommandSpec command) {
		return of(command, option -> true);
	}

	/** The same, of some options alone. */
	static Options of(final CommandSpec command, final Predicate<Option> wanted) {
		Options options = Options.defaults();
		for (final Map.Entry<Option, String> choice : given(command).entrySet()) {
			if (!wanted.test(choice.getKey())) continue;
			final String problem = choice.getKey() == Option.KERNEL ? ImageFiles.nameProblem(choice.getValue()) : null;
			if (problem != null) throw new BadInput("--kernel: " + problem);
			final Options before = options;
			options = Checks.in("--", () -> before.with(choice.getKey(), choice.getValue()));
		}
		return Checks.in("--", options::checkEnlarges);
	}

	/** How many threads may work at a time; null for a command that does not take that, or where it is left open. */
	static Integer threads(final CommandSpec command) {
		if (command.findOption("--" + Option.THREADS.text()) == null) return null;
		return of(command, option -> option == Option.THREADS).threads();
	}

	static boolean isGiven(final CommandSpec command, final Option option) {
		return given(command).containsKey(option);
	}

	/** What was given to a command. */
	static Map<Option, String> given(final CommandSpec command) {
		final Map<Option, String> given = new LinkedHashMap<>();
		Arrays.stream(Option.values()).forEach(option -> {
			final String value = command.findOption("--" + option.text()).getValue();
			if (value != null) given.put(option, value);
		});
		return given;
	}

	/** Lets an option with an optional value leave alone what follows it, unless that is such a value. */
	private static final class OptionalValue implements IParameterPreprocessor {

		private final Pattern value;

		OptionalValue(final String regex) {
			value = Pattern.compile(regex);
		}

		@Override
		public boolean preprocess(final Stack<String> args, final CommandSpec command, final ArgSpec argument,
			final Map<String, Object> info)
		{
			final Object separator = info.get("separator");
			final boolean attached = separator != null && !separator.toString().isBlank();
			if (attached || !args.isEmpty() && value.matcher(args.peek()).matches()) return false;
			argument.setValue(((OptionSpec) argument).fallbackValue());
			return true;
		}
	}
}
