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
package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What a user reads when a training process has died: words, and where it happened only for those who ask for the cause. */
class DeathWordsTest {

	private static final List<String> LOG = List.of("Thread relay: java.lang.IllegalStateException: broken",
		"\tat org.zeroshotsr.worker.Relay.accept(Relay.java:30)", "\tat java.base/java.lang.Thread.run(Thread.java:840)",
		"Caused by: java.io.IOException: the pipe is gone", "\t... 12 more", "   a message at the end of all");

	@Test
	void aStackTraceIsNotShown() {
		final WorkerHome home = new WorkerHome("java", "classes", List.of());
		for (final WorkerException death : List.of(Death.exception(1, LOG, home), Death.ofTask(
			"java.lang.NullPointerException: nothing\n\tat org.zeroshotsr.worker.ChildTasks.make(ChildTasks.java:3)\n", LOG)))
		{
			final String said = death.getMessage();
			assertFalse(said.contains("Relay.java") || said.contains("ChildTasks.java") || said.contains("12 more"), said);
			assertTrue(said.contains("IllegalStateException: broken") && said.contains("the pipe is gone") && said.contains(
				"at the end of all"), said);
			assertTrue(death.getCause().getMessage().contains("Relay.java:30"), death.getCause().getMessage());
		}
	}
}
