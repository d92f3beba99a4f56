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
package org.zeroshotsr.image;

/**
 * How many threads may work at a time: what a run was given, or all that this process may use. A limit holds for the
 * thread that sets it, and for what that thread has others do.
 */
public final class Threads {

	/** A Slurm job's processors; Slurm sets it, but holds a job to it only where it is configured to. */
	static final String SLURM = "SLURM_CPUS_PER_TASK";

	private static final ThreadLocal<Integer> LIMIT = new ThreadLocal<>();

	private Threads() {}

	/** Ends what {@link #limit} began; in the same thread. */
	public interface Limit extends AutoCloseable {

		@Override
		void close();
	}

	/**
	 * Until closed, this thread has so many.
	 *
	 * @param threads at least 1, or null for all that are {@link #available}
	 */
	public static Limit limit(final Integer threads) {
		final Integer before = LIMIT.get();
		LIMIT.set(threads == null ? available() : threads);
		return () -> {
			if (before == null) LIMIT.remove();
			else LIMIT.set(before);
		};
	}

	/** How many this thread may use, itself included. */
	public static int count() {
		final Integer limit = LIMIT.get();
		return limit == null ? available() : limit;
	}

	/**
	 * How many processors this process may use: the least of those in its affinity mask, its container's share (on Linux both
	 * are in what Java counts) and its Slurm job's.
	 *
	 * @throws IllegalArgumentException where Slurm's variable is no number
	 */
	public static int available() {
		return available(Runtime.getRuntime().availableProcessors(), System.getenv(SLURM));
	}

	static int available(final int processors, final String slurm) {
		if (slurm == null) return processors;
		if (!slurm.matches("0*[1-9]\\d{0,5}")) throw new BadInput("threads: the environment variable " + SLURM +
			" is '" + slurm + "', which is no number of processors; unset it, or say how many threads there may be");
		return Math.min(processors, Integer.parseInt(slurm));
	}
}
