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

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.zeroshotsr.Begun;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.run.Checkpoint;

/**
 * What is done of a run, in a file beside the unfinished output: lines of JSON, the first of which says what the run is,
 * each other one what was learnt or which plane is done. A line that was cut off by a kill does not count. The file is locked
 * while a run writes into it.
 */
final class Journal implements Checkpoint, Closeable {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	/**
	 * What a run is: another that is the same in all of it goes on from there.
	 *
	 * @param facts by name, in words for the user
	 */
	record Job(Map<String, String> facts) {

		/** In words, what another differs in; null where in nothing. */
		private String difference(final Job other) {
			for (final Map.Entry<String, String> fact : facts.entrySet()) {
				final String before = other.facts.get(fact.getKey());
				if (!fact.getValue().equals(before)) return fact.getKey() + (before == null ? " was not there" : " was " + before) + ", and is " +
					fact.getValue();
			}
			for (final Map.Entry<String, String> fact : other.facts.entrySet())
				if (!facts.containsKey(fact.getKey())) return fact.getKey() + " was " + fact.getValue() + ", and is not there";
			return null;
		}
	}

	/** A line: one of these is not null. */
	record Line(Job job, Begun begun, Integer channel, Learnt learnt, Done done, Boolean finished) {}

	/** What has to be on the disk before the journal says that it is. */
	interface Pixels {

		void sync() throws IOException;
	}

	private final Path file;
	private final FileChannel channel;
	private final Map<Integer, Done> before = new LinkedHashMap<>();
	private Begun begun;
	private Done last;
	private final Map<Integer, Learnt> learnt = new LinkedHashMap<>();
	private int parts;
	private int planes;
	private boolean finished;
	private Pixels pixels;

	private Journal(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/** Begins one, in place of what may be left of another. */
	static Journal create(final Path file, final Job job, final Begun begun) throws IOException {
		final Journal journal = open(file);
		try {
			journal.channel.truncate(0);
			journal.begun = begun;
			journal.append(new Line(job, begun, null, null, null, null));
			return journal;
		}
		catch (final IOException | RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	/**
	 * Goes on with one.
	 *
	 * @throws BadInput where it is of another run, or another process writes into it
	 */
	static Journal resume(final Path file, final Job job) throws IOException {
		final Journal journal = open(file);
		try {
			journal.read(job);
			return journal;
		}
		catch (final IOException | RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	private static Journal open(final Path file) throws IOException {
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);
		boolean locked;
		try {
			locked = channel.tryLock() != null;
		}
		catch (final OverlappingFileLockException e) { // by this process
			locked = false;
		}
		if (locked) return new Journal(file, channel);
		channel.close();
		throw new BadInput(file + " is in use: another run is making the same output; wait for it, or end it");
	}

	private void read(final Job job) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		int from = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != '\n') continue;
			line(new String(bytes, from, i - from, StandardCharsets.UTF_8), from == 0 ? job : null);
			from = i + 1;
		}
		if (from == 0) throw new BadInput(file + " does not say what was begun; remove it, or leave --resume out");
		channel.truncate(from);
		channel.position(from);
	}

	private void line(final String text, final Job job) throws IOException {
		final Line line;
		try {
			line = MAPPER.readValue(text, Line.class);
		}
		catch (final JsonProcessingException e) {
			throw damaged(e);
		}
		if (job != null) {
			if (line.job == null || line.begun == null) throw damaged(null);
			final String difference = job.difference(line.job);
			if (difference != null) throw new BadInput("--resume: " + file + " is of another run: " + difference +
				"; give what was given then, or leave --resume out to begin again");
			begun = line.begun;
		}
		else if (line.done != null) add(line.done);
		else if (line.learnt != null) learnt.put(line.channel, line.learnt);
		else finished = Boolean.TRUE.equals(line.finished);
	}

	/** Of what engines remember the last is enough. */
	private void add(final Done done) {
		if (last != null && done.memory() != null) before.put(last.index(), last.forgetful());
		last = done;
		before.put(done.index(), done);
		count(done);
	}

	private void count(final Done done) {
		parts++;
		if (done.whole()) planes++;
	}

	/** When and where the first of the runs began. */
	Begun begun() {
		return begun;
	}

	/** Whether anything is done by now. */
	boolean isBegun() {
		return parts > 0;
	}

	/** How many are done by now. */
	int planes() {
		return planes;
	}

	private BadInput damaged(final Exception cause) {
		return new BadInput(file + " cannot be read: it is damaged, or of another version; remove it, or leave --resume out", cause);
	}

	/** From now on planes that are done are made sure of first. */
	void guard(final Pixels made) {
		pixels = made;
	}

	/** All that is done. */
	Collection<Done> done() {
		return before.values();
	}

	/** Whether the output only had to be given its name. */
	boolean isFinished() {
		return finished;
	}

	/** All is done, and the output complete; it only has to be given its name. */
	void finish() {
		append(new Line(null, null, null, null, null, true));
	}

	@Override
	public Done before(final int index) {
		return before.get(index);
	}

	@Override
	public Learnt learnt(final int of) {
		return learnt.get(of);
	}

	@Override
	public void learnt(final int of, final Learnt what) {
		append(new Line(null, null, of, what, null, null));
	}

	@Override
	public void done(final Done plane) {
		try {
			pixels.sync();
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
		}
		append(new Line(null, null, null, null, plane, null));
		count(plane);
	}

	private void append(final Line line) {
		try {
			final ByteBuffer bytes = ByteBuffer.wrap((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining())
				channel.write(bytes);
			channel.force(false);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
		}
	}

	@Override
	public Path between() {
		return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.journal$", "") + ".between");
	}

	/** Whether the first of two steps has been begun. */
	boolean isFirstStepBegun() {
		return before.keySet().stream().anyMatch(index -> index < 0);
	}

	/** Removes it, while nobody else can have it. */
	void delete() throws IOException {
		Files.deleteIfExists(between());
		Files.deleteIfExists(file);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
