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
package org.zeroshotsr.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** What memory is free, in bytes: in this computer and the container that this program runs in, and in this Java. */
final class MachineMemory {

	private static final Path PROC = Path.of("/proc");
	private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

	private MachineMemory() {}

	/** What this Java may still take, of its limit. */
	static long freeHeap() {
		return Runtime.getRuntime().maxMemory() - usedHeap();
	}

	static long usedHeap() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** What the system has for processes, at most what the user allows; files that it keeps in memory make room. */
	static long free() {
		final Long limit = Long.getLong(Budget.LIMIT);
		return limit == null ? system() : Math.min(system(), (limit << 20) - Runtime.getRuntime().totalMemory());
	}

	private static long system() {
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		if (Files.isReadable(PROC.resolve("meminfo"))) return free(PROC, CGROUPS);
		final long free = system.getFreeMemorySize();
		// macOS calls little free, and makes room for whoever asks
		return System.getProperty("os.name").startsWith("Mac") ? Math.max(free, system.getTotalMemorySize() / 2) : free;
	}

	/** The same of Linux, by its files in these folders. */
	static long free(final Path proc, final Path cgroups) {
		try {
			long free = number(proc.resolve("meminfo"), "MemAvailable:") * 1024;
			for (final String line : Files.readAllLines(proc.resolve("self/cgroup"))) {
				final String[] parts = line.split(":", 3);
				final boolean unified = parts[1].isEmpty();
				if (!unified && !List.of(parts[1].split(",")).contains("memory")) continue;
				final Path root = unified ? cgroups : cgroups.resolve("memory");
				// in a container the group's own folder may be the root
				for (Path group = root.resolve(parts[2].substring(1)).normalize(); group.startsWith(root); group = group.getParent())
					free = Math.min(free, left(group, unified));
			}
			return Math.max(0, free);
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the memory of this computer cannot be told: " + e.getMessage(), e);
		}
	}

	/** What a group's limit leaves; without end where it has none. */
	private static long left(final Path group, final boolean unified) throws IOException {
		final Path limit = group.resolve(unified ? "memory.max" : "memory.limit_in_bytes");
		final Path used = group.resolve(unified ? "memory.current" : "memory.usage_in_bytes");
		if (!Files.isReadable(limit) || !Files.isReadable(used)) return Long.MAX_VALUE;
		final String text = Files.readString(limit).strip();
		if (text.equals("max")) return Long.MAX_VALUE;
		final long files = number(group.resolve("memory.stat"), unified ? "inactive_file" : "total_inactive_file");
		return Long.parseLong(text) - Long.parseLong(Files.readString(used).strip()) + files;
	}

	private static long number(final Path file, final String name) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map(line -> line.split("\\s+")).filter(words -> words[0].equals(name)).mapToLong(words -> Long.parseLong(
				words[1])).findFirst().orElse(0);
		}
	}
}
