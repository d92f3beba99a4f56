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

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.RunRecord;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.imagej.Origins;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.imagej.ResultFile;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;

/**
 * Does again what a record tells of.
 *
 * @param record  of the result
 * @param input   what it was made from
 * @param output  to write
 * @param network that is used, or null
 */
record Repetition(RunRecord record, Path input, Path output, NetworkFile network, Engine.Maker maker) {

	/** @throws BadInput where the record is not of a run that can be repeated from a file */
	Repetition {
		if (record.input() == null) throw new BadInput("RESULT: its record does not say what was enlarged");
		if (record.input().slice() > 0) throw new BadInput(
			"RESULT: each of its slices was enlarged by a run of its own (FileRun.enlargePlanes), which cannot be repeated here; call " +
				"that again");
		if (record.input().network() != null && network == null) throw new BadInput(
			"--network is missing: RESULT was made with networks that had been trained before; give their file");
	}

	/**
	 * The options: those of the record, and in their place what is given.
	 *
	 * @param given options of the command
	 */
	Options options(final Map<Option, String> given, final Progress progress) {
		final Map<String, String> recorded = new LinkedHashMap<>(record.repeating());
		recorded.keySet().removeIf(name -> {
			final boolean unknown = Arrays.stream(Option.values()).noneMatch(option -> option.text().equals(name));
			if (unknown) progress.note("the record has an option that this version does not know: " + name + "=" + record.repeating()
				.get(name));
			return unknown;
		});
		if (given.containsKey(Option.PRESET) || given.containsKey(Option.QUALITY)) {
			// which set other options, unless those were given
			final Options implied = Options.defaults().with(recorded.entrySet().stream().filter(e -> Option.of(e
				.getKey()) == Option.PRESET || Option.of(e.getKey()) == Option.QUALITY).collect(Collectors.toMap(Map.Entry::getKey,
					Map.Entry::getValue)));
			Options.governed().forEach(option -> recorded.remove(option.text(), implied.get(option)));
		}
		given.forEach((option, value) -> recorded.put(option.text(), value));
		if (network == null) return Checks.in("--", () -> Options.defaults().with(recorded));
		final Map<Option, String> all = new EnumMap<>(Option.class);
		recorded.forEach((name, value) -> all.put(Option.of(name), value));
		return network.with(Options.defaults(), all);
	}

	/**
	 * Does it.
	 *
	 * @param options see {@link #options}
	 * @param fixed   whether the kernel is that of the record, of which the image's metadata have nothing more to say
	 */
	Report run(final Options options, final boolean fixed, final Progress progress) throws IOException {
		final ImageInput image = Checks.in("--input: ", () -> record.input().box() == null ? ImageInput.read(input) : ImageInput
			.readWhole(input));
		image.notes().forEach(progress::note);
		if (network != null) network.check(Samples.of(image));
		if (options.kernelFile() != null && !Files.exists(options.kernelFile())) throw new BadInput("the kernel's file, " + options
			.kernelFile() + ", is not there; give it as --kernel file:PATH" + (record.input().kernel() == null ? ""
				: " (its SHA-256 is " + record.input().kernel() + ")"));
		final Options read = fixed && options.isKernelAutomatic() ? options : Checks.in("--", () -> KernelFile.read(options,
			Acquisition.of(image.image()), progress::note));
		final Rectangle box = box();
		final Planes planes = box == null ? image.planes() : Checks.in("--input: ", () -> part(Pixels.of(image.image(), box)));
		final InputState state = InputState.of(input);
		final Origin origin = origin(planes, box, read, progress);
		if (!origin.sha256().equals(record.input().sha256())) progress.note("INPUT is not what RESULT was made from (" + record.input()
			.name() + "): its SHA-256 is another; it is enlarged all the same");
		ZeroShotSR.check(planes, read, List.of(), maker);
		final OutputFormat format = OutputFormat.of(output);
		final Path part = format == OutputFormat.TIFF ? WholeFile.beside(output) : format.unfinished(output, null);
		try (ResultTarget result = box == null ? format.open(image, read.growth(), part, output, false) : new ResultFile(image.image(),
			box, planes, read.growth(), part, output, false))
		{
			final Report report = ZeroShotSR.upscale(planes, read, result, network == null ? Checkpoint.NONE : network.in(
				Checkpoint.NONE), progress, maker).from(origin);
			state.checkUnchanged();
			// of the day when it was first made, or it could not be the same to the byte
			final Report dated = report.begun(report.begun().on(record.begun().date()));
			result.finish(dated);
			result.close(); // or it could not be renamed everywhere
			format.move(part, output);
			return dated;
		}
		finally {
			format.delete(part);
		}
	}

	private Rectangle box() {
		final List<Integer> box = record.input().box();
		if (box == null) return null;
		if (OutputFormat.of(output) != OutputFormat.TIFF) throw new BadInput(
			"-o: RESULT was made from a part of an image, which goes into a TIFF; give another name");
		return new Rectangle(box.get(0), box.get(1), box.get(2), box.get(3));
	}

	private static Planes part(final Pixels<?> pixels) {
		return Planes.of(pixels.image(), pixels.axes());
	}

	private Origin origin(final Planes planes, final Rectangle box, final Options options, final Progress progress)
		throws IOException
	{
		final Origin origin = record.input().pixels() && !Files.isDirectory(input) ? Origins.pixels(record.input().name(), planes, box,
			options, progress) : Origins.file(input, planes, options, progress);
		return network == null ? origin : origin.with(network.id());
	}
}
