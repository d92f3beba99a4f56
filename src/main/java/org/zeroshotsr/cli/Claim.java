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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.zeroshotsr.files.PartFile;
import org.zeroshotsr.files.WholeFile;

/**
 * The right to make a file, which one process at a time has, on whatever computer: a file beside it that says whose it
 * is, and is written again while that process lives. Locks would not do: network file systems forget them, or have none.
 * A claim whose process has died, or that nobody has written for long, is taken over.
 */
final class Claim implements Closeable {

	/** Where nobody else can want the file. */
	static final Claim NONE = new Claim(null, null, "", new byte[0]);

	private static final Duration BEAT = Duration.ofSeconds(20);
	/** Some beats may be late, and what a network file system says of a file's time be old. */
	private static final Duration STALE = Duration.ofMinutes(3);
	/** A process that beats is alive, whatever its start is said to be after somebody has set the clock. */
	private static final Duration LATE = Duration.ofMinutes(1);
	/** The start of a process is not told exactly. */
	private static final long CLOCK_MILLIS = 2000;
	private static final ObjectMapper MAPPER = new ObjectMapper();
	/** Tokens of this process's; another of it was left, as its folder was gone when it was to be given back. */
	private static final Set<String> OWN = ConcurrentHashMap.newKeySet();
	private static final String HOST = PartFile.host() + processes();

	/**
	 * Whose it is.
	 *
	 * @param started when that process did, in ms since 1970; 0 where that is not known
	 * @param token   tells it from all others
	 */
	record Holder(String host, long pid, long started, String token) {

		static Holder here() {
			return new Holder(HOST, ProcessHandle.current().pid(), start(ProcessHandle.current()), UUID.randomUUID().toString());
		}

		private static long start(final ProcessHandle process) {
			return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
		}

		private boolean isDead(final Duration age) {
			if (!HOST.equals(host)) return false;
			if (pid == ProcessHandle.current().pid()) return !OWN.contains(token);
			final ProcessHandle process = ProcessHandle.of(pid).orElse(null);
			if (process == null || !process.isAlive()) return true;
			final long start = start(process);
			return started != 0 && start != 0 && Math.abs(start - started) > CLOCK_MILLIS && age.compareTo(LATE) > 0;
		}
	}

	private final Path file;
	private final FileChannel channel;
	private final String token;
	private final byte[] content;
	private final CountDownLatch ended = new CountDownLatch(1);
	private volatile boolean lost;

	private Claim(final Path file, final FileChannel channel, final String token, final byte[] content) {
		this.file = file;
		this.channel = channel;
		this.token = token;
		this.content = content;
	}

	/** Containers may share a name, and count their processes from 1. */
	private static String processes() {
		try {
			return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
		}
		catch (final IOException | UnsupportedOperationException e) {
			return ""; // another system, or one that does not tell
		}
	}

	/** The claim on a file. */
	static Path of(final Path output) {
		return output.resolveSibling(output.getFileName() + ".claim");
	}

	/**
	 * Takes it.
	 *
	 * @return null where another has it
	 * @throws IOException where no file can be written in that folder
	 */
	static Claim take(final Path output) throws IOException {
		final Path file = of(output);
		final Claim claim = create(file);
		return claim == null && removeStale(output) ? create(file) : claim;
	}

	private static Claim create(final Path file) throws IOException {
		final Holder holder = Holder.here();
		final FileChannel channel;
		try {
			channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
		catch (final FileAlreadyExistsException e) {
			return null;
		}
		OWN.add(holder.token);
		final Claim claim = new Claim(file, channel, holder.token, MAPPER.writeValueAsBytes(holder));
		boolean made = false;
		try {
			claim.write();
			made = true;
		}
		finally {
			if (!made) { // the disk is full
				Files.deleteIfExists(file);
				claim.close();
			}
		}
		final Thread thread = new Thread(claim::beat, "claim");
		thread.setDaemon(true);
		thread.start();
		return claim;
	}

	/** Removes a claim that nobody has any more; false where somebody has it. */
	static boolean removeStale(final Path output) throws IOException {
		final Path file = of(output);
		if (!Files.exists(file)) return true;
		final Path own = WholeFile.beside(file); // its time is that of the file system's own clock
		try {
			final byte[] before = Files.readAllBytes(file);
			if (!isStale(before, Duration.between(Files.getLastModifiedTime(file).toInstant(), Files.getLastModifiedTime(own)
				.toInstant()))) return false;
			Files.move(file, own, StandardCopyOption.ATOMIC_MOVE); // of several who try one can
			if (Arrays.equals(before, Files.readAllBytes(own))) return true;
			Files.move(own, file); // another was faster, and this is its claim
			return false;
		}
		catch (final NoSuchFileException e) { // another was faster
			return true;
		}
		catch (final FileAlreadyExistsException e) { // a third was faster still; whose claim this was will notice
			return false;
		}
		finally {
			Files.deleteIfExists(own);
		}
	}

	private static boolean isStale(final byte[] content, final Duration age) throws IOException {
		if (age.compareTo(STALE) > 0) return true;
		try {
			return MAPPER.readValue(content, Holder.class).isDead(age);
		}
		catch (final JsonProcessingException e) { // it is being written
			return false;
		}
	}

	private void beat() {
		try {
			while (!ended.await(BEAT.toSeconds(), TimeUnit.SECONDS))
				try {
					if (isOthers()) lost = true;
					else write();
				}
				catch (final IOException e) {
					continue; // the disk may come back, and the work itself will fail on it
				}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is written goes into the file that was made, whatever it is called by now. */
	private synchronized void write() throws IOException {
		if (!channel.isOpen()) return;
		channel.write(ByteBuffer.wrap(content), 0);
		channel.force(true);
	}

	private boolean isOthers() throws IOException {
		try {
			return !Arrays.equals(content, Files.readAllBytes(file));
		}
		catch (final NoSuchFileException e) {
			return false;
		}
	}

	/** Whether another has taken it over, as this computer slept, or its network did. */
	boolean isLost() {
		return lost;
	}

	/** Gives it back. */
	@Override
	public synchronized void close() throws IOException {
		if (channel == null) return;
		ended.countDown();
		try {
			if (!isOthers()) Files.deleteIfExists(file);
		}
		finally {
			OWN.remove(token);
			channel.close();
		}
	}
}
