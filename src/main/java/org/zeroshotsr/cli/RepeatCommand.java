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

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.Report;
import org.zeroshotsr.RunRecord;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.run.LocalEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr repeat RESULT --input INPUT}: makes a result again, by its own record, and compares. */
@Command(name = "repeat", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr repeat RESULT --input INPUT [-o OUTPUT] [--network NETWORK.json] [options]",
	description = { "Makes a result again, by the record that it has of how it was made, and compares the two sample by sample: " +
		"they are equal to the byte, or in all pixels, or it says how much they differ, and what else is different: the input, " +
		"an option, the version, the device or the machine.", "Options that are given take the place of the record's." },
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the pixels are equal", "2:bad usage or input",
		"3:the pixels are not equal, or it failed in the work", "130:canceled, nothing was written" },
	parameterListHeading = "%n", optionListHeading = "%nOptions:%n", footer = { "", "Example:",
		"  zero-shot-sr repeat cells_x2.tif --input cells.tif" })
final class RepeatCommand implements Callable<Integer> {

	private static final String ENDING = "(?i)((\\.ome)?\\.(tiff?|zarr))?$";

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RESULT",
		description = "what this program has made, on the command line or in Fiji or ImageJ: a TIFF, or the folder of an OME-Zarr")
	private Path result;

	@Option(names = "--input", paramLabel = "INPUT", description = "what it was made from")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "OUTPUT",
		description = "what to write. Default: RESULT's name with _repeated, beside it")
	private Path output;

	@Option(names = "--network", paramLabel = "NETWORK.json", description = "the networks that RESULT was made with, if it was")
	private Path network;

	@Mixin
	private final Common common;

	RepeatCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (result == null) throw new BadInput("RESULT is missing: give what is to be made again; see zero-shot-sr repeat --help");
		if (input == null) throw new BadInput("--input is missing: give the image that RESULT was made from");
		final boolean[] equal = new boolean[1];
		final int code = common.run(spec, console -> {
			final Map<org.zeroshotsr.options.Option, String> given = EngineOptions.given(spec);
			final Options asked = EngineOptions.of(spec); // so that what is wrong is said first
			final Path made = output == null ? beside(result) : output;
			OutputFormat.of(made).check(made, false, result, input, network, asked.kernelFile());
			common.checkReport(result, input, network, made);
			final RunRecord then = ResultRecord.read(result);
			final Repetition repetition = new Repetition(then, input, made, network == null ? null : NetworkFile.read(network),
				LocalEngine::new);
			final Options options = repetition.options(given, console);
			OutputFormat.of(made).check(made, false, options.kernelFile());
			final boolean fixed = !given.containsKey(org.zeroshotsr.options.Option.KERNEL) && !given.containsKey(
				org.zeroshotsr.options.Option.PRESET);
			final Report report = repetition.run(options, fixed, console);
			final Sameness sameness = Sameness.of(result, made, console);
			equal[0] = sameness.equal();
			final List<String> differences = Differences.between(then, report.record());
			if (common.report != null) JsonFile.write(json(made, sameness, differences, then, report), common.report);
			console.clear();
			if (!common.quiet) print(made, sameness, differences, then);
		});
		return code == Main.DONE && !equal[0] ? Main.FAILED : code;
	}

	static Path beside(final Path result) {
		final Path place = result.toAbsolutePath().normalize();
		return place.resolveSibling(place.getFileName().toString().replaceFirst(ENDING, "_repeated$1"));
	}

	private void print(final Path made, final Sameness sameness, final List<String> differences, final RunRecord then) {
		final PrintWriter out = spec.commandLine().getOut();
		out.println(Summary.line("record", "by Zero-Shot SR " + then.version() + ", " + then.begun().date() + ", from " + then.input()
			.name()));
		differences.forEach(difference -> out.println(Summary.line("differs", difference)));
		out.println(Summary.line("output", made.toString()));
		out.println(Summary.line("result", sameness.words() + (sameness.equal() || !differences.isEmpty() ? ""
			: "; nothing that is recorded is different" + (then.device().startsWith("GPU") ? ": a GPU does not round alike each time"
				: ""))));
		out.flush();
	}

	private static ObjectNode json(final Path made, final Sameness sameness, final List<String> differences, final RunRecord then,
		final Report report)
	{
		final ObjectNode json = JsonNodeFactory.instance.objectNode().put("output", made.toString()).put("bytesEqual", sameness
			.bytes()).put("pixelsEqual", sameness.equal()).put("samples", sameness.samples()).put("differ", sameness.differ());
		json.set("mostGreyLevels", ReportJson.number(sameness.most()));
		final ArrayNode all = json.putArray("differences");
		differences.forEach(all::add);
		json.set("record", ResultRecord.json(then));
		json.set("repeated", ResultRecord.json(report.record()));
		return json;
	}
}
