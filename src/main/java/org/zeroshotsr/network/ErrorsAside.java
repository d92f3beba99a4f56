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
package org.zeroshotsr.network;

import com.sun.jna.NativeLibrary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Until closed, what this process writes to its error stream, native code included, goes to a file; then the lines that
 * matter are printed. A shell that waits for this process prints all of the file where it ends meanwhile, whatever it
 * ends of: there the reason is said. The file has no name by then, so that nothing is left of it. POSIX alone.
 */
final class ErrorsAside implements AutoCloseable {

	private static final int STDERR = 2;
	private static final int WRITE_AND_APPEND = 1 | (System.getProperty("os.name").startsWith("Mac") ? 8 : 02000);
	/** Holds the file, removes its name, waits for the end of its input, and prints the file. Ctrl-C is for the other. */
	private static final String SHELL = "trap '' INT TERM HUP; exec 3<\"$1\"; rm -f \"$1\"; echo; cat >/dev/null; cat <&3 >&2";

	private final NativeLibrary c = NativeLibrary.getProcess();
	private final Path file;
	private final Process shell;
	private final FileChannel channel;
	private final int kept;
	private boolean failed = true;

	ErrorsAside() {
		Process started = null;
		try {
			file = Files.createTempFile("zero-shot-sr", ".log");
			channel = FileChannel.open(file, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
			final int aside = call("open", file.toString(), WRITE_AND_APPEND);
			started = new ProcessBuilder("/bin/sh", "-c", SHELL, "sh", file.toString()).redirectError(
				ProcessBuilder.Redirect.INHERIT).start();
			if (started.getInputStream().read() != '\n') throw new IOException("/bin/sh does not work");
			shell = started;
			kept = call("dup", STDERR);
			call("dup2", aside, STDERR);
			call("close", aside);
		}
		catch (final IOException e) {
			if (started != null) started.destroy();
			throw new UncheckedIOException("what TensorFlow says cannot be kept: " + e.getMessage(), e);
		}
	}

	private int call(final String function, final Object... arguments) throws IOException {
		final int result = c.getFunction(function).invokeInt(arguments);
		if (result < 0) throw new IOException(function + " failed");
		return result;
	}

	/** What was to be done is done: lines that are known to be of no use are left out. */
	void done() {
		failed = false;
	}

	@Override
	public void close() {
		try {
			call("dup2", kept, STDERR);
			call("close", kept);
			final List<String> lines = said();
			(failed ? lines : TensorFlowLog.told(lines)).forEach(System.err::println);
			channel.truncate(0);
			channel.close();
			shell.getOutputStream().close();
			shell.getInputStream().close();
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the error stream cannot be put back: " + e.getMessage(), e);
		}
	}

	private List<String> said() throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
		channel.read(bytes, 0);
		return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
	}
}
