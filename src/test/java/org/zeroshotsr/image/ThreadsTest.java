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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

	@Test
	void theLeastOfProcessorsAndSlurms() {
		assertEquals(8, Threads.available(8, null));
		assertEquals(3, Threads.available(8, "3"));
		assertEquals(8, Threads.available(8, "64"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "2(x3)", "two", "99999999999" })
	void whatSlurmNeverSaysIsNamed(final String value) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Threads.available(8, value)).getMessage();
		assertTrue(message.contains("SLURM_CPUS_PER_TASK is '" + value + "'"), message);
	}

	@Test
	void aLimitHoldsUntilItIsClosed() {
		final int all = Threads.count();
		try (Threads.Limit five = Threads.limit(5)) {
			assertEquals(5, Threads.count());
			try (Threads.Limit auto = Threads.limit(null)) {
				assertEquals(Threads.available(), Threads.count());
			}
			assertEquals(5, Threads.count());
		}
		assertEquals(all, Threads.count());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 64 })
	void everyRowIsMadeOnceByNoMoreThreads(final int threads) {
		final int rows = 1001;
		final AtomicIntegerArray made = new AtomicIntegerArray(rows);
		final Set<Thread> workers = ConcurrentHashMap.newKeySet();
		try (Threads.Limit limit = Threads.limit(threads)) {
			Bands.each(rows, 1 << 20, (from, to) -> {
				workers.add(Thread.currentThread());
				for (int row = from; row < to; row++)
					made.incrementAndGet(row);
			});
		}
		for (int row = 0; row < rows; row++)
			assertEquals(1, made.get(row));
		assertTrue(workers.size() <= Math.min(threads, 4 * Runtime.getRuntime().availableProcessors()), workers::toString);
		if (threads == 1) assertEquals(Set.of(Thread.currentThread()), workers);
	}
}
