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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.network.Processor;
import org.zeroshotsr.options.Options;

/**
 * When and where a run began: the day, and of the machine what decides, beside options and device, on the bytes of a result.
 * A run that goes on where another was interrupted keeps what that one began with.
 *
 * @param date      day in UTC, as 2026-11-26
 * @param threads   how many there may be at a time, on which sums in bfloat16 depend
 * @param java      version
 * @param system    operating system and architecture, as "Linux amd64"
 * @param processor its name, with what TensorFlow chooses its code by
 */
public record Begun(String date, int threads, String java, String system, String processor) {

	/**
	 * The date in seconds since 1970 that is to stand for now, so that files can be made again to the byte
	 * (reproducible-builds.org/specs/source-date-epoch).
	 */
	static final String EPOCH = "SOURCE_DATE_EPOCH";

	/** @throws BadInput where {@value #EPOCH} is set, and no number of seconds */
	public static Begun now(final Options options) {
		return new Begun(date(System.getenv(EPOCH), Instant.now()), options.threads() == null ? Threads.available() : options
			.threads(), System.getProperty("java.version"), System.getProperty("os.name") + " " + System.getProperty("os.arch"),
			Processor.name());
	}

	/** The same on another day. */
	public Begun on(final String day) {
		return new Begun(day, threads, java, system, processor);
	}

	static String date(final String epoch, final Instant now) {
		if (epoch == null || epoch.isBlank()) return day(now);
		if (!epoch.strip().matches("\\d{1,11}")) throw new BadInput("the environment variable " + EPOCH + " is '" + epoch +
			"', which is no number of seconds since 1970; unset it, or give one");
		return day(Instant.ofEpochSecond(Long.parseLong(epoch.strip())));
	}

	private static String day(final Instant time) {
		return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
	}
}
