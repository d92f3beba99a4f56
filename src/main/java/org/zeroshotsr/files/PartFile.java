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
package org.zeroshotsr.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that are being written, hidden beside the place where they are to appear whole. Their names tell which process
 * makes them, so that those of a run that was killed are found and removed by the next one that writes into the folder.
 */
public final class PartFile {

	private static final String END = ".part";
	/** Of a file's name, so that what is added does not make it too long. */
	private static final int NAME = 120;
	private static final int HOST = 40;
	/** Name, host, process and a number. */
	private static final Pattern PART = Pattern.compile("\\..*\\.([^.]+)\\.(\\d+)\\.[0-9a-f]+\\" + END);
	private static final String OF_THIS_HOST = name();
	private static final long OF_THIS_PROCESS = ProcessHandle.current().pid();

	/** Those of this process; others that its number stands for are of one that had it before. */
	private static final Set<Path> OWN = new HashSet<>();
	private static final Set<Path> CLEARED = new HashSet<>();

	private PartFile() {}

	/**
	 * Makes an empty one beside {@code file}; whoever calls this moves or deletes it.
	 *
	 * @throws IOException where no file can be written in that folder
	 */
	public static synchronized Path beside(final Path file) throws IOException {
		final String name = file.getFileName().toString();
		final Path part = file.resolveSibling("." + name.substring(0, Math.min(NAME, name.length())) + "." + OF_THIS_HOST + "." +
			OF_THIS_PROCESS + "." + Long.toHexString(System.nanoTime()) + END);
		OWN.add(part);
		// not createTempFile, whose files nobody else may read
		Files.createFile(part);
		part.toFile().deleteOnExit(); // when the program is stopped in the middle
		if (CLEARED.add(part.getParent())) clear(part);
		return part;
	}

	/** Removes what dead processes of this host and user have left in the folder of {@code part}. */
	private static void clear(final Path part) throws IOException {
		try (DirectoryStream<Path> old = Files.newDirectoryStream(part.getParent(), ".*" + END)) {
			for (final Path file : old)
				try {
					if (isDead(file) && Files.getOwner(file).equals(Files.getOwner(part))) Files.deleteIfExists(file);
				}
				catch (final NoSuchFileException e) {
					continue; // another process has removed it
				}
		}
	}

	private static boolean isDead(final Path file) {
		final Matcher name = PART.matcher(file.getFileName().toString());
		if (!name.matches() || !name.group(1).equals(OF_THIS_HOST)) return false;
		final long pid = Long.parseLong(name.group(2));
		return pid == OF_THIS_PROCESS ? !OWN.contains(file) : ProcessHandle.of(pid).isEmpty();
	}

	/** This computer's name, which processes of several computers in one folder are told apart by. */
	public static String host() {
		return OF_THIS_HOST;
	}

	private static String name() {
		try {
			final String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9-]", "-");
			return name.substring(0, Math.min(HOST, name.length()));
		}
		catch (final UnknownHostException e) {
			return "unknown-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9-]", "-");
		}
	}
}
