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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Turn;

class ConsoleTest {

	private final StringWriter err = new StringWriter();
	private final AtomicLong now = new AtomicLong();

	private Console console(final Log log, final boolean quiet, final boolean terminal) {
		return new Console(new PrintWriter(err), log, quiet, false, terminal, null, now::get);
	}

	/** A status every fifth of a second. */
	private void seconds(final Console console, final Status status, final int seconds) {
		for (int i = 0; i < 5 * seconds; i++) {
			now.addAndGet(200_000_000);
			console.update(status);
		}
	}

	@Test
	void whoWaitsSaysSoOnceAMinute() {
		final Console console = console(Log.TEXT, false, false);
		seconds(console, Status.of(Turn.WAITING, 0, 1), 601);
		assertEquals(10, err.toString().lines().count());
		seconds(console, Status.of("training", 3, 9), 13);
		assertEquals(11, err.toString().lines().count(), "a line at 600 s, and another 12 s later");
	}

	@Test
	void aTerminalHasOneLineButForOtherStyles() {
		seconds(console(Log.TEXT, false, true), Status.of("training", 3, 9), 2);
		assertTrue(err.toString().startsWith("\rtraining 3 of 9"), err.toString());
		err.getBuffer().setLength(0);
		seconds(console(Log.FULL, false, true), Status.of("training", 3, 9), 6);
		assertEquals(1, err.toString().lines().count());
		assertTrue(err.toString().matches("20\\S+Z \\S+ training 3 of 9\\R"), err.toString());
	}

	@Test
	void jsonHasWhatIsKnownAsNumbers() throws Exception {
		final Console console = console(Log.JSON, false, false);
		console.image("a \"b\".tif", 2, 7);
		seconds(console, Status.of("training", 3, 9, 0.25, Double.NaN), 6);
		console.note("two\nlines");
		console.error("why");
		final List<String> lines = err.toString().lines().toList();
		assertEquals(3, lines.size(), err::toString);
		final JsonNode progress = new ObjectMapper().readTree(lines.get(0));
		assertEquals("progress", progress.get("kind").asText());
		assertEquals("a \"b\".tif", progress.get("image").asText());
		assertEquals(3, progress.get("step").asInt());
		assertEquals(0.25, progress.get("loss").asDouble());
		assertTrue(!progress.has("gain"), lines.get(0));
		assertEquals("two\nlines", new ObjectMapper().readTree(lines.get(1)).get("message").asText());
		assertEquals("error", new ObjectMapper().readTree(lines.get(2)).get("kind").asText());
	}
}
