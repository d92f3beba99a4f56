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

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.Version;
import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.worker.Fault;
import org.zeroshotsr.worker.Workers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr batch IN_DIR -o OUT_DIR}: enlarges the images of a folder. */
@Command(name = "batch", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr batch IN_DIR -o OUT_DIR [options]",
	description = {
		"Enlarges the images of a folder (not of the folders in it) one after another, each into OUT_DIR/NAME.tif, and " +
			"writes what became of them into OUT_DIR/summary.csv. Results that are there are left as they are, and an " +
			"image that cannot be done keeps none of the others from being done.",
		"Several of these commands may run on one folder at once, on several computers, too: each takes the images that " +
			"no other has." },
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done, all of them",
		"2:bad usage, or the GPU asked for is missing", "3:failed in the work", "4:some images failed, and would again",
		"75:some images failed, all of them for a reason that may pass (memory, a killed process, a disk that is gone): " +
			"try again",
		"130:canceled; what is done is kept, and the same command goes on" }, parameterListHeading = "%n",
	optionListHeading = "%nOptions:%n", footer = { "", "Example:",
		"  zero-shot-sr batch plate7 -o plate7_x2 --pattern '*.tif' --share joint" })
final class BatchCommand implements Callable<Integer> {

	/** Whether images share a network. */
	enum Share {
		NONE, JOINT
	}

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "IN_DIR", description = "folder of the images")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "OUT_DIR",
		description = "folder for the results; made where there is none")
	private Path output;

	@Option(names = "--pattern", paramLabel = "PATTERN",
		description = "which names are taken, with * and ?, in quotes. Default: those that end as images do")
	private String pattern;

	@Option(names = "--share", paramLabel = "none|joint",
		description = "joint: one network for all images of one type and number of channels, learnt from all of them into " +
			"OUT_DIR/network.json: a plate, one microscope, one day. Default: none")
	private Share share = Share.NONE;

	@Option(names = "--part", paramLabel = "I/N",
		description = "take every N-th image alone, from the I-th on, for a task of a cluster that has these for itself. " +
			"Default: in a Slurm array that of its task, else all that no other command takes")
	private String part;

	@Option(names = "--maps", paramLabel = "FOLDER",
		description = "also write, into this folder, how far each result can be believed: NAME_consistency.tif, NAME_uncertainty.tif and " +
			"NAME_new.tif, as zero-shot-sr INPUT --maps does")
	private Path maps;

	@Option(names = "--overwrite", description = "make results again that are complete")
	private boolean overwrite;

	@Mixin
	private final Common common;

	BatchCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (input == null) throw new BadInput("IN_DIR is missing: give the folder of the images; see zero-shot-sr batch --help");
		if (output == null) throw new BadInput("-o is missing: give the folder for the results; see zero-shot-sr batch --help");
		final int[] code = { Main.DONE };
		common.run(spec, console -> {
			final Options options = EngineOptions.of(spec);
			final Part taken = part == null ? Part.of(System.getenv()) : Part.of(part);
			final List<FolderImage> all = Checks.in("", () -> FolderImage.in(input, pattern, output));
			final List<FolderImage> images = taken == null ? all : taken.of(all);
			Checks.in("OUT_DIR: ", this::makeOutput);
			if (maps != null) checkMaps(all);
			common.checkReport(Stream.concat(all.stream().map(FolderImage::input), all.stream().map(FolderImage::output)).toArray(
				Path[]::new));
			Workers.check();
			final Batch.Outcome outcome;
			try {
				outcome = run(images, all, taken, options, console);
			}
			catch (final IOException | RuntimeException | OutOfMemoryError e) {
				final Fault fault = Fault.of(e, Fault.Place.COMMAND_LINE);
				if (!Temporary.is(e, fault, all.get(0))) throw e;
				console.error(fault.line());
				code[0] = Main.TRY_AGAIN;
				return;
			}
			if (common.report != null) JsonFile.write(json(outcome), common.report);
			console.clear();
			print(outcome, spec.commandLine().getOut());
			code[0] = outcome.code();
			final List<String> failed = outcome.failures().stream().map(result -> result.image().name()).toList();
			if (!failed.isEmpty()) console.error(failed.size() + " of " + images.size() + " images failed: " + String.join(", ",
				failed));
			if (outcome.unsaid() != null) console.error(outcome.unsaid());
		});
		return code[0];
	}

	/** That maps can be written, and are nothing else. */
	private void checkMaps(final List<FolderImage> all) {
		final Set<Path> outputs = all.stream().map(image -> image.output().toAbsolutePath().normalize()).collect(Collectors.toSet());
		Checks.in("--maps: ", () -> {
			Outputs.makeFolder(maps);
			if (Files.isSameFile(maps, input)) throw new BadInput(maps +
				" is the folder of the images, of which maps would be some the next time; give another");
			ImageFiles.checkWritable(maps.resolve("maps.tif"), null);
			for (final FolderImage image : all)
				for (final Layer map : Layer.maps()) {
					final Path file = new MapFiles(maps, image.output()).file(map);
					if (outputs.contains(file.toAbsolutePath().normalize())) throw new BadInput(file +
						" would be a map and a result; give another folder");
				}
			return null;
		});
	}

	private Path makeOutput() throws IOException {
		Outputs.makeFolder(output);
		ImageFiles.checkWritable(output.resolve("summary.csv"), null);
		return output;
	}

	private Batch.Outcome run(final List<FolderImage> images, final List<FolderImage> all, final Part taken,
		final Options options, final Console console) throws IOException
	{
		final Engine.Maker maker = new Workers(0);
		final Map<org.zeroshotsr.options.Option, String> given = EngineOptions.given(spec);
		final NetworkFile network = share == Share.NONE ? null : SharedNetwork.of(output.resolve("network.json"), all, given,
			options, console, maker, Batch.PAUSE_MILLIS);
		final String name = taken == null ? "summary.csv" : "summary." + taken + ".csv";
		return new Batch(images, new SummaryTable(output.resolve(name)), taken == null, overwrite, network, given, options, maps,
			maker, Batch.PAUSE_MILLIS).run(console);
	}

	private void print(final Batch.Outcome outcome, final PrintWriter out) {
		if (common.quiet) return;
		out.println("images     " + outcome.results().size() + " in " + input + ": " + outcome.count(Batch.End.DONE) +
			" done, " + outcome.count(Batch.End.BEFORE) + " done before or by others, " + outcome.count(Batch.End.FAILED) +
			" failed, " + outcome.count(Batch.End.TRY_AGAIN) + " to be tried again");
		out.println("results    " + output);
		for (final Batch.Result result : outcome.failures())
			out.println((result.end() == Batch.End.FAILED ? "failed     " : "try again  ") + result.image().name() + ": " + result
				.note());
		out.flush();
	}

	private static ObjectNode json(final Batch.Outcome outcome) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", Version.get()).put("code", outcome.code());
		final ArrayNode images = json.putArray("images");
		for (final Batch.Result result : outcome.results())
			images.addObject().put("input", result.image().input().toString()).put("output", result.image().output()
				.toString()).put("result", switch (result.end()) {
					case DONE -> SummaryTable.DONE;
					case BEFORE -> "done before";
					case FAILED -> SummaryTable.FAILED;
					case TRY_AGAIN -> SummaryTable.TRY_AGAIN;
				}).put("note", result.note());
		return json;
	}
}
