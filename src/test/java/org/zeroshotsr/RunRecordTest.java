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
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.imglib2.img.array.ArrayImgs;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;

class RunRecordTest {

	private static final Map<String, String> QUICK = Map.of("steps", "2", "depth", "3", "width", "4", "crop", "16", "ensemble", "1",
		"device", "cpu", "fallback", "off");
	private static final Origin INPUT = new Origin("zelle = µ {1},\n\"a\".tif", "00ff", true, List.of(1, 2, 3, 4), 0, "aa", "b");

	private static Report report() {
		final short[] pixels = new short[16 * 16];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (500 + 300 * Math.sin(i) + 100 * Math.cos(i / 16));
		return ZeroShotSR.upscale(ArrayImgs.unsignedShorts(pixels, 16, 16), "XY", Options.defaults().with(QUICK), Progress.NONE).report();
	}

	/** By another reader than the writer. */
	@Test
	void isReadAsItWasWritten() throws IOException {
		final RunRecord record = report().from(INPUT).record();
		final String text = report().from(INPUT).runRecord();
		assertEquals(2, text.lines().count(), text);
		assertTrue(text.chars().allMatch(c -> c < 127), text);
		final List<String> found = RunRecord.in("Lens NA = 1.4\n" + text + "\nmore");
		assertEquals(List.of(record.json()), found);
		assertEquals(record, new ObjectMapper().readValue(found.get(0), RunRecord.class));
		assertEquals(report().record(), new ObjectMapper().readValue(report().record().json(), RunRecord.class));
		assertEquals(List.of(), RunRecord.in(null));
		assertEquals(List.of(), RunRecord.in("RUN Zero-Shot SR 0.1: scale=2"));
	}

	/** What was asked for makes the run; what was found, and what the machine came to, are told. */
	@Test
	void optionsOfBothKinds() {
		final RunRecord record = report().record();
		assertEquals("auto", record.repeating().get("noise"));
		assertFalse(record.options().get("noise").equals("auto"), record.options().toString());
		assertEquals(String.valueOf(record.begun().threads()), record.repeating().get("threads"));
		assertEquals("cpu", record.options().get("device"));
		assertEquals(record.precision(), record.options().get("precision"));
		assertEquals(Options.defaults().toMap().keySet(), record.options().keySet());
	}

	@Test
	void theLastOfTwoIsTheLast() {
		final String twice = report().from(INPUT).runRecord() + "\n" + report().from(INPUT.at(7)).runRecord() + "\n";
		final List<String> records = RunRecord.in(twice);
		assertEquals(2, records.size());
		assertTrue(records.get(1).contains("\"slice\":7"), twice);
	}

	@Test
	void theDayIsThatOfTheEpoch() {
		final Instant now = Instant.parse("2026-11-26T23:59:59.9Z");
		assertEquals("2026-11-26", Begun.date(null, now));
		assertEquals("2026-11-26", Begun.date(" ", now));
		assertEquals("2026-01-01", Begun.date("1767225600", now));
		assertEquals("2025-12-31", Begun.date("1767225599", now));
		final BadInput refused = assertThrows(BadInput.class, () -> Begun.date("yesterday", now));
		assertTrue(refused.getMessage().contains("SOURCE_DATE_EPOCH is 'yesterday'"), refused.getMessage());
		assertEquals("2026-01-01", report().begun().date(), "that of the build");
	}
}
