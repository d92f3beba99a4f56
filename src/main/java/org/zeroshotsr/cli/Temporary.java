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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.run.Budget;
import org.zeroshotsr.worker.Fault;

/** Failures that may not come again: for want of memory, of a training process that died, of a disk that is gone or full. */
final class Temporary {

	/** What systems say of disks. */
	private static final Pattern DISK = Pattern.compile("(?i)stale (nfs )?file handle|input/output error|transport endpoint|" +
		"host is down|timed out|no space left|not enough space|quota exceeded|its disk has|network (path|name|location)|" +
		"no locks available");
	/** Of another run that has not ended yet. */
	private static final String IN_USE = " is in use: ";

	private Temporary() {}

	/** Whether {@code failure}, of work on {@code image}, is one. */
	static boolean is(final Throwable failure, final Fault fault, final FolderImage image) {
		if (fault.kind() == Fault.Kind.MEMORY || fault.kind() == Fault.Kind.WORKER) return true;
		if (fault.kind() == Fault.Kind.INPUT && (fault.words().startsWith(Budget.SHORT) || fault.words().contains(IN_USE)))
			return true;
		return isDisk(failure, image);
	}

	private static boolean isDisk(final Throwable failure, final FolderImage image) {
		boolean file = false;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (!(cause instanceof IOException) && !(cause instanceof UncheckedIOException)) continue;
			file = true;
			if (DISK.matcher(String.valueOf(cause.getMessage())).find()) return true;
		}
		return file && (isGone(image.input()) || isGone(image.output()));
	}

	private static boolean isGone(final Path file) {
		return !Files.isDirectory(file.toAbsolutePath().getParent());
	}
}
