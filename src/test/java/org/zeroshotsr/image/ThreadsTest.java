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
