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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a machine that a run has for itself, told by the name of a file in a folder of the user's own: all of it, or
 * what a scheduler's job, a set of processors ({@code taskset}) or another GPU than the first limit it to.
 */
final class Share {

	/** What schedulers tell their jobs: of Slurm, PBS, LSF and Grid Engine. */
	private static final List<String> JOBS = List.of("SLURM_JOB_ID", "SLURM_STEP_ID", "SLURM_PROCID", "PBS_JOBID",
		"LSB_JOBID", "JOB_ID", "SGE_TASK_ID", "CUDA_VISIBLE_DEVICES");
	private static final Path SELF = Path.of("/proc/self/status");
	private static final String PROCESSORS = "Cpus_allowed_list:";
	private static final String RUNTIME = "XDG_RUNTIME_DIR";

	private Share() {}

	/**
	 * The file.
	 *
	 * @param device as {@link Recipe#device()}
	 * @throws IOException where there is no folder that is this user's alone
	 */
	static Path of(final String device) throws IOException {
		return of(device, System.getenv(), processors());
	}

	static Path of(final String device, final Map<String, String> environment, final String processors) throws IOException {
		final String share = Stream.concat(JOBS.stream().filter(environment::containsKey).map(name -> name + "=" +
			environment.get(name)), Stream.of(processors, gpu(device))).collect(Collectors.joining(" "));
		return folder(environment).resolve(String.format(Locale.ROOT, "zero-shot-sr-%08x.lock", share.hashCode()));
	}

	/** The first GPU is what "auto" takes; whatever runs on the processors takes its turn with that. */
	private static String gpu(final String device) {
		return device.startsWith("gpu:") && !device.equals("gpu:0") ? device : "";
	}

	private static String processors() throws IOException {
		if (!Files.isReadable(SELF)) return "";
		try (Stream<String> lines = Files.lines(SELF)) {
			return lines.filter(line -> line.startsWith(PROCESSORS)).findFirst().orElse("");
		}
	}

	private static Path folder(final Map<String, String> environment) throws IOException {
		final String runtime = environment.get(RUNTIME);
		if (runtime != null && Files.isWritable(Path.of(runtime))) return Path.of(runtime);
		final String user = System.getProperty("user.name");
		final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "zero-shot-sr-" + user);
		try {
			Files.createDirectory(folder);
		}
		catch (final FileAlreadyExistsException e) {
			// a link, or another user's, in a folder where everybody writes
			if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) throw new IOException(folder +
				" is not a folder of this user's", e);
		}
		return folder;
	}
}
