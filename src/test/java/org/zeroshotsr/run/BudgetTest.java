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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.options.Options;

class BudgetTest {

	private static final long MB = 1_000_000;
	private static final Recipe RECIPE = Options.defaults().recipe(0);

	@TempDir
	private Path folder;

	/** In a Java of its own. */
	private static final Engine.Maker APART = new Engine.Maker() {

		@Override
		public Engine make(final Recipe recipe, final int channels, final int height, final int width) {
			throw new AssertionError();
		}

		@Override
		public boolean isApart() {
			return true;
		}
	};

	/** 500 x 500 x 100 RGB, twice as large, in a Java of 450 MB: the result fits, its copy in ImageJ's RGB does not. */
	@Test
	void theCopyForImageJIsCounted() {
		final long result = 1000L * 1000 * 3 * 100;
		final long free = 420 * MB;
		assertDoesNotThrow(() -> Budget.of(result, 0, RECIPE, 3, 500, 500, APART).check(free, 450 * MB, 0, 8000 * MB));
		final String message = assertThrows(IllegalArgumentException.class, () -> Budget.of(result, result / 3 * 4, RECIPE, 3,
			500, 500, APART).check(free, 450 * MB, 0, 8000 * MB)).getMessage();
		assertTrue(message.contains("300 MB") && message.contains("400 MB") && message.contains("420 MB"), message);
	}

	@Test
	void whatTheComputerDoesNotHaveIsRefusedThoughJavaMayTakeIt() {
		final Budget budget = Budget.of(100 * MB, 0, RECIPE, 1, 512, 512, APART);
		assertDoesNotThrow(() -> budget.check(4000 * MB, 4000 * MB, 0, 2000 * MB));
		final String message = assertThrows(IllegalArgumentException.class, () -> budget.check(4000 * MB, 4000 * MB, 0, 900 *
			MB)).getMessage();
		assertTrue(message.contains("900 MB"), message);
		// the same, were it all to fit into what Java has taken already
		assertEquals(budget.more(0) - budget.here(), budget.more(10_000 * MB));
	}

	@Test
	void theHeapFollowsFromThePlane() {
		assertTrue(Budget.heap(RECIPE, 1, 64, 64) < 600L << 20);
		// it may be one of many, which parts are learnt from together
		assertTrue(Budget.heap(RECIPE, 1, 512, 512) > (384L << 20) + Mosaic.samples(512 * 512) * 20);
		assertTrue(Budget.heap(RECIPE, 1, 512, 512) < 700L << 20);
		assertTrue(Budget.heap(RECIPE, 1, 8192, 8192) > 8192L * 8192 * 20);
	}

	private Path file(final String name, final String text) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	@Test
	void ofContainersTheNarrowestLimitCounts() throws IOException {
		final Path proc = folder.resolve("proc");
		final Path groups = folder.resolve("groups");
		file("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable: 8000000 kB\n");
		file("proc/self/cgroup", "0::/user/job\n");
		assertEquals(8_192_000_000L, MachineMemory.free(proc, groups));
		file("groups/user/memory.max", "2000000000\n");
		file("groups/user/memory.current", "1500000000\n");
		file("groups/user/memory.stat", "anon 5\ninactive_file 300000000\n");
		file("groups/user/job/memory.max", "max\n");
		file("groups/user/job/memory.current", "1\n");
		assertEquals(800_000_000, MachineMemory.free(proc, groups));
		file("proc/self/cgroup", "4:memory:/job\n3:cpu:/\n0::/\n");
		file("groups/memory/memory.limit_in_bytes", "700000000\n");
		file("groups/memory/memory.usage_in_bytes", "100000000\n");
		file("groups/memory/memory.stat", "total_inactive_file 50000000\n");
		assertEquals(650_000_000, MachineMemory.free(proc, groups));
	}

	@Test
	void thisComputerHasSome() {
		assertTrue(MachineMemory.free() > 0);
		assertTrue(MachineMemory.freeHeap() <= Runtime.getRuntime().maxMemory());
	}
}
