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
