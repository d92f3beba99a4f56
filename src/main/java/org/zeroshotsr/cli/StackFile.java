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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.Begun;
import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.Version;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.Origins;
import org.zeroshotsr.imagej.ResultFile;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.page.Gathering;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Isotropic;
import org.zeroshotsr.run.PlaneSink;
import org.zeroshotsr.run.Planes;

/**
 * Enlarges an image file into another, plane by plane. Of several planes those that are done are kept on the disk, as
 * {@code OUTPUT.unfinished}, with a {@link Journal} of what was done: after a kill, a full disk or another failure another run
 * goes on from there.
 */
final class StackFile {

	private final Path input;
	private final Path output;
	private final OutputFormat format;
	private Path part;
	private final Path journal;
	private final boolean resume;
	private final Part only;
	private final NetworkFile network;
	private final Engine.Maker maker;
	private final MapFiles maps;
	private Gathering gathering = Gathering.NONE;

	/**
	 * @param resume  whether to go on from what there is, and to leave what is done there when canceled
	 * @param only    the part of the planes that is to be done and left for {@link #join}, or null for all
	 * @param network that the planes are enlarged with, or null
	 * @param maps    of the result, or null for none
	 */
	StackFile(final Path input, final Path output, final boolean resume, final Part only, final NetworkFile network,
		final MapFiles maps, final Engine.Maker maker)
	{
		this.input = input;
		this.only = only;
		this.output = output;
		this.resume = resume;
		this.network = network;
		this.maps = maps == null ? null : maps.of(only);
		this.maker = maker;
		format = OutputFormat.of(output);
		part = format.unfinished(output, only);
		journal = journal(only);
	}

	private Path journal(final Part which) {
		return journal(output, which);
	}

	/** Of an output, or a part of one. */
	static Path journal(final Path output, final Part which) {
		return output.resolveSibling(output.getFileName() + (which == null ? "" : "." + which) + ".journal");
	}

	/** Whether an earlier run has left something to go on from. */
	boolean isBegun() {
		return Files.exists(journal);
	}

	/** Has what is done seen by {@code wanted}, too. */
	void watchedBy(final Gathering wanted) {
		gathering = wanted;
	}

	/**
	 * Does it.
	 *
	 * @param options with the kernel's samples
	 * @return null where an earlier run had done all of it
	 */
	Report run(final ImageInput image, final Options options, final Progress progress) throws IOException {
		final InputState state = InputState.of(input);
		final boolean alone = image.image().getStackSize() == 1 && !resume && only == null;
		if (alone && format == OutputFormat.TIFF) return single(image, options, state, progress);
		final String hash = state.hash(progress);
		final Journal.Job job = job(hash, image.planes(), options);
		final boolean again = resume && Files.exists(journal);
		if (!again && Files.exists(journal)) progress.note("an earlier run had not finished " + output +
			"; all of it is done again (--resume would have gone on from there)");
		try (Journal kept = again ? Journal.resume(journal, job) : Journal.create(journal, job, Begun.now(
			options))) {
			if (only != null && kept.isFinished() && isThere()) return null;
			if (!again || isThere() || !kept.isBegun()) return run(image, options, state, hash, kept, again, progress);
			if (!kept.isFinished() || !Files.exists(output)) throw new BadInput("--resume: " + part +
				" is missing, which had the planes that are done; leave --resume out to begin again");
			kept.delete(); // all but that had been done
			return null;
		}
	}

	/** Whether there is what was not finished. */
	private boolean isThere() {
		return Files.exists(part) && (maps == null || maps.areBegun());
	}

	private ResultTarget open(final ImageInput image, final Options options, final Path to, final boolean again) throws IOException {
		final ResultTarget result = format.open(image, options.growth(), to, output, again);
		return maps == null ? result : maps.beside(result, image, options.growth(), again);
	}

	private Report single(final ImageInput image, final Options options, final InputState state, final Progress progress)
		throws IOException
	{
		final Path hidden = WholeFile.beside(output);
		try (ResultTarget result = open(image, options, hidden, false)) {
			final Origin origin = origin(image, state.hash(progress), options, progress);
			final Report report = upscale(image.planes(), options, result, Checkpoint.NONE, progress).from(origin);
			state.checkUnchanged();
			result.finish(report);
			result.close(); // or it could not be renamed everywhere
			if (maps != null) maps.move();
			WholeFile.move(hidden, output);
			return report;
		}
		finally {
			if (maps != null) maps.delete();
			Files.deleteIfExists(hidden);
		}
	}

	private Report run(final ImageInput image, final Options options, final InputState state, final String hash,
		final Journal kept, final boolean again, final Progress progress) throws IOException
	{
		final PlaneOrder order = order(image, options);
		final int planes = order.planes().size();
		if (again) progress.note(kept.planes() + " of " + planes + " planes were done before" + (kept.isFirstStepBegun()
			? ", and of the step along z what is in " + kept.between() : ""));
		boolean keep = false;
		try (ResultTarget result = open(image, options, part, again && isThere())) {
			kept.guard(() -> {
				result.sync();
				checkThere();
			});
			final Origin origin = only == null ? origin(image, hash, options, progress) : null; // a part has no record
			final Report report = upscale(image.planes(), options, result, WholePlanes.of(kept, result, order.planes(), options.get(
				Option.STACK).equals("warm")), progress).from(origin).begun(kept.begun());
			state.checkUnchanged();
			if (only != null) {
				kept.finish();
				keep = true;
				return report;
			}
			result.finish(report);
			result.close();
			kept.finish();
			if (maps != null) maps.move();
			format.move(part, output);
			return report;
		}
		catch (final CancellationException e) {
			keep = resume;
			throw keep ? new CancellationException("canceled; " + kept(kept.planes(), planes)) : e;
		}
		catch (final IOException | RuntimeException | Error e) {
			keep = kept.isBegun() && state.isUnchanged() && isThere();
			if (keep) progress.note(kept(kept.planes(), planes));
			throw e;
		}
		finally {
			if (!keep) {
				if (!part.equals(output)) format.delete(part); // else it is others', too
				if (maps != null) maps.delete();
				kept.delete();
			}
		}
	}

	/**
	 * Puts together what tasks have done, each a {@link Part}: {@link #run} with {@code resume} then does what may be missing and
	 * completes the output, whereupon {@link #removeParts} is due.
	 *
	 * @throws BadInput where a part has not been begun, is being worked on, or is of another job
	 */
	void join(final int parts, final ImageInput image, final Options options, final Progress progress) throws IOException {
		final Journal.Job job = job(InputState.of(input).hash(progress), image.planes(), options);
		if (format == OutputFormat.ZARR) part = output;
		boolean joined = false;
		try (Journal all = Journal.create(journal, job, begun(parts, job, options))) {
			try {
				join(parts, job, image, options, all, progress);
				joined = true;
			}
			finally {
				if (!joined) {
					if (!part.equals(output)) format.delete(part);
					if (maps != null) maps.delete();
					all.delete();
				}
			}
		}
	}

	private void join(final int parts, final Journal.Job job, final ImageInput image, final Options options, final Journal all,
		final Progress progress) throws IOException
	{
		if (format == OutputFormat.TIFF) try (ResultFile result = file(image, options, part, false)) {
			all.guard(result::sync);
			join(parts, job, image, options, all, result, progress);
		}
		else {
			all.guard(() -> {}); // chunks are on the disk once they are whole
			join(parts, job, image, options, all, null, progress);
		}
	}

	/** Of several tasks, as the first day's began. */
	private Begun begun(final int parts, final Journal.Job job, final Options options) throws IOException {
		Begun first = null;
		for (int i = 1; i <= parts; i++) {
			final Path its = journal(new Part(i, parts));
			if (!Files.exists(its)) continue; // which is told where it is looked for
			try (Journal part = Journal.resume(its, job)) {
				if (first == null || part.begun().date().compareTo(first.date()) < 0) first = part.begun();
			}
		}
		return first == null ? Begun.now(options) : first;
	}

	private ResultFile file(final ImageInput image, final Options options, final Path file, final boolean again)
		throws IOException
	{
		return new ResultFile(image.image(), null, image.planes(), options.growth(), file, output, again);
	}

	/** @param result that planes are copied into; null where they are in their place */
	private void join(final int parts, final Journal.Job job, final ImageInput image, final Options options, final Journal all,
		final ResultFile result, final Progress progress) throws IOException
	{
		final List<long[]> planes = image.planes().order().planes();
		final List<List<long[]>> copied = new ArrayList<>();
		final List<Checkpoint.Done> dones = new ArrayList<>();
		for (int i = 1; i <= parts; i++) {
			final Part next = new Part(i, parts);
			final Path made = format.unfinished(output, next);
			if (!Files.exists(journal(next)) || !Files.exists(made)) throw new BadInput("--join: part " + i + " of " + parts +
				" has not been begun: there is no " + (Files.exists(journal(next)) ? made : journal(next)));
			if (maps != null && !maps.of(next).areBegun()) throw new BadInput("--join: of part " + i + " of " + parts +
				" there are no maps in " + maps.folder() + "; give the folder that the tasks had, or do that part again");
			try (Journal journal = Journal.resume(journal(next), job);
					ResultFile from = result == null ? null : file(image, options, made, true))
			{
				int last = -1;
				final List<long[]> its = new ArrayList<>();
				for (final Checkpoint.Done done : journal.done()) {
					progress.checkCanceled();
					if (done.plane() != last) its.add(planes.get(done.plane()));
					if (result != null && done.plane() != last) result.copy(from, planes.get(done.plane()));
					last = done.plane();
					dones.add(done);
				}
				copied.add(its);
			}
		}
		if (maps != null) maps.join(copied, image, options.growth(), progress);
		dones.forEach(all::done);
	}

	/** Removes what tasks have left, once the output is complete. */
	void removeParts(final int parts) throws IOException {
		for (int i = 1; i <= parts; i++) {
			final Path made = format.unfinished(output, new Part(i, parts));
			if (!made.equals(output)) format.delete(made);
			if (maps != null) maps.of(new Part(i, parts)).delete();
			Files.deleteIfExists(journal(new Part(i, parts)));
		}
	}

	/** What is written into a file that somebody has removed is lost. */
	private void checkThere() throws IOException {
		if (!Files.exists(part)) throw new IOException(part +
			" has been removed, or its folder or disk is gone, and with it what was done; run this again");
	}

	private String kept(final int done, final int planes) {
		return done + " of " + planes + " planes are done and kept in " + part + "; the same command with --resume goes on from there";
	}

	/** Of the result's planes. */
	private static PlaneOrder order(final ImageInput image, final Options options) {
		final PlaneOrder order = image.planes().order();
		return PlaneOrder.of(order.axes(), Isotropic.size(order, image.planes().size(), options.growth().depth()));
	}

	private Report upscale(final Planes planes, final Options options, final PlaneSink sink, final Checkpoint checkpoint,
		final Progress progress)
	{
		final Checkpoint own = network == null ? checkpoint : network.in(checkpoint);
		return ZeroShotSR.upscale(planes, options, gathering.watch(sink), only == null ? own : only.in(own, planes.order().planes().size()), progress,
			maker);
	}

	/** @param hash of its file */
	private Origin origin(final ImageInput image, final String hash, final Options options, final Progress progress)
		throws IOException
	{
		final Origin origin = Files.isDirectory(input) ? Origins.file(input, image.planes(), options, progress) : Origins.file(input,
			hash, options);
		return network == null ? origin : origin.with(network.id());
	}

	/** What another run has to have in common with this one to go on from it. */
	private Journal.Job job(final String hash, final Planes planes, final Options options) throws IOException {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("version", Version.get());
		facts.put("the input's SHA-256", hash);
		facts.put("its size", Texts.size(planes.order().axes(), planes.size()));
		facts.putAll(options.toMap());
		if (maps != null) facts.put("maps", Layer.text(Layer.maps()));
		if (options.kernelFile() != null) facts.put("the kernel's SHA-256", InputState.of(options.kernelFile()).hash(
			Progress.NONE));
		if (network != null) facts.put("network", network.id());
		return new Journal.Job(facts);
	}
}
