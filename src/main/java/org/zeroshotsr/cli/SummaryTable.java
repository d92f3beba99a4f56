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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the images of a folder: a table (CSV as in RFC 4180, UTF-8) into which several processes may write, a
 * row at a time, under a lock.
 */
final class SummaryTable {

	private static final String END = "\r\n";
	private static final int COLUMNS = 7;
	private static final Row HEADER = new Row("file", "result", "size", "steps", "verdict", "seconds", "note");

	/**
	 * A row.
	 *
	 * @param file   name of the image
	 * @param result {@link #DONE}, {@link #FAILED} or {@link #TRY_AGAIN}
	 * @param size   of the result
	 * @param note   what the user should know, or why it failed
	 */
	record Row(String file, String result, String size, String steps, String verdict, String seconds, String note) {

		private String line() {
			return Stream.of(file, result, size, steps, verdict, seconds, note).map(SummaryTable::quoted).collect(Collectors.joining(
				",")) + END;
		}
	}

	static final String DONE = "done";
	static final String FAILED = "failed";
	static final String TRY_AGAIN = "try again";

	private final Path file;
	private final Map<String, Row> rows = new HashMap<>();
	private final Set<String> done = new HashSet<>();
	private long read;

	SummaryTable(final Path file) throws IOException {
		this.file = file;
		read();
		rows.clear();
	}

	Path file() {
		return file;
	}

	private static String quoted(final String field) {
		return field.matches("(?s).*[\",\r\n].*") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
	}

	/** The last row of an image since this was made, by whomever; null for none. */
	Row since(final String image) throws IOException {
		read();
		return rows.get(image);
	}

	/** Whether some row says that an image is done. */
	boolean isDone(final String image) throws IOException {
		read();
		return done.contains(image);
	}

	private void read() throws IOException {
		if (Files.exists(file)) locked(this::read);
	}

	private void read(final FileChannel channel) throws IOException {
		read = Math.min(read, channel.size()); // somebody may have changed it
		final String text = text(channel, read);
		final int end = text.lastIndexOf(END) + END.length();
		if (!text.contains(END)) return;
		for (final List<String> row : parse(text.substring(0, end)))
			if (row.size() == COLUMNS) {
				rows.put(row.get(0), new Row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)));
				if (row.get(1).equals(DONE)) done.add(row.get(0));
			}
		read += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
	}

	private static String text(final FileChannel channel, final long from) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
		int count = 0;
		while (bytes.hasRemaining() && count >= 0)
			count = channel.read(bytes, from + bytes.position());
		return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
	}

	/** The fields of each row. */
	static List<List<String>> parse(final String text) {
		final List<List<String>> all = new ArrayList<>();
		List<String> row = new ArrayList<>();
		final StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"') {
				if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') field.append(text.charAt(++i));
				else quoted = !quoted;
			}
			else if (quoted || c != ',' && !text.startsWith(END, i)) field.append(c);
			else {
				row.add(field.toString());
				field.setLength(0);
				if (c == ',') continue;
				all.add(row);
				row = new ArrayList<>();
				i++; // the second half of the line's end
			}
		}
		return all;
	}

	/** Adds a row. */
	void append(final Row row) throws IOException {
		locked(channel -> {
			final long end = whole(channel);
			channel.truncate(end);
			final ByteBuffer bytes = ByteBuffer.wrap(((end == 0 ? HEADER.line() : "") + row.line()).getBytes(StandardCharsets.UTF_8));
			channel.position(end);
			while (bytes.hasRemaining())
				channel.write(bytes);
			channel.force(false);
		});
	}

	/** Without the row in the middle of which a process was killed. */
	private static long whole(final FileChannel channel) throws IOException {
		final long size = channel.size();
		final long from = Math.max(0, size - (1 << 16));
		final ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
		int count = 0;
		while (bytes.hasRemaining() && count >= 0)
			count = channel.read(bytes, from + bytes.position());
		for (int i = bytes.position(); i > 1; i--)
			if (bytes.get(i - 1) == '\n' && bytes.get(i - 2) == '\r') return from + i;
		return from == 0 ? 0 : size;
	}

	/** A lock is the whole process's, so that its threads need one of their own. */
	private void locked(final Work work) throws IOException {
		synchronized (SummaryTable.class) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE))
			{
				channel.lock(); // until the channel is closed
				work.with(channel);
			}
		}
	}

	private interface Work {

		void with(FileChannel channel) throws IOException;
	}
}
