package org.zeroshotsr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** A file as it is now, so that a change is noticed. */
record InputState(Path file, long bytes, FileTime modified) {

	private static final int BUFFER = 1 << 20;

	static InputState of(final Path file) throws IOException {
		return new InputState(file, Files.size(file), Files.getLastModifiedTime(file));
	}

	boolean isUnchanged() throws IOException {
		return Files.exists(file) && equals(of(file));
	}

	/** @throws IOException if it is another now */
	void checkUnchanged() throws IOException {
		if (!isUnchanged()) throw new IOException(file +
			" has changed while it was being read, so the result would be of no image; run this again once it is complete");
	}

	/** SHA-256 of what it holds. */
	String hash(final Progress progress) throws IOException {
		final MessageDigest digest;
		try {
			digest = MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
		final byte[] buffer = new byte[BUFFER];
		final int all = (int) Math.max(1, bytes / BUFFER);
		try (InputStream in = Files.newInputStream(file)) {
			int done = 0;
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				progress.update(Status.of("looking at the input", Math.min(all, done++), all));
				progress.checkCanceled();
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}
}
