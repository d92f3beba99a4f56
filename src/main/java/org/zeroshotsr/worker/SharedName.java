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
package org.zeroshotsr.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Names of shared memory, which both processes know before any is made, so that whoever lives longer removes them, and
 * nobody has to look for any.
 */
final class SharedName {

	/** Where Linux has its shared memory. */
	static final Path SHM = Path.of("/dev/shm");

	static final String START = "zssr";
	private static final List<String> ENDS = List.of("i", "o");
	private static final int WRITE = 2;
	private static final int INTERRUPTED = 4;
	private static final int NO_SPACE = 28;

	private SharedName() {}

	/** What the two names of a training process begin with; short, for macOS takes 30 letters. */
	static String random() {
		return String.format(Locale.ROOT, "%s%d_%06x", START, ProcessHandle.current().pid(), ThreadLocalRandom.current()
			.nextInt(1 << 24));
	}

	static String in(final String start) {
		return start + ENDS.get(0);
	}

	static String out(final String start) {
		return start + ENDS.get(1);
	}

	/** Removes the names, if they are there; what has the memory in use keeps it. Windows does that by itself. */
	static void removeAll(final String start) {
		for (final String end : ENDS) {
			if (Platform.isMac()) NativeLibrary.getProcess().getFunction("shm_unlink").invokeInt(new Object[] { "/" + start +
				end });
			else if (Files.isDirectory(SHM)) delete(SHM.resolve(start + end));
		}
	}

	private static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Takes the memory of a name from the system now. Linux gives out more than it has, and ends a process that then uses
	 * it; others do not.
	 *
	 * @return false where there is not enough
	 */
	static boolean reserve(final String name, final long bytes) {
		if (!Platform.isLinux()) return true;
		final NativeLibrary c = NativeLibrary.getProcess();
		final int file = c.getFunction("open").invokeInt(new Object[] { SHM.resolve(name).toString(), WRITE });
		if (file < 0) throw new WorkerException("Shared memory that was just made in " + SHM + " cannot be opened");
		try {
			int error = INTERRUPTED;
			while (error == INTERRUPTED)
				error = c.getFunction("posix_fallocate").invokeInt(new Object[] { file, 0L, bytes });
			if (error != 0 && error != NO_SPACE) throw new WorkerException("Shared memory in " + SHM +
				" cannot be reserved (error " + error + ")");
			return error == 0;
		}
		finally {
			c.getFunction("close").invokeInt(new Object[] { file });
		}
	}
}
