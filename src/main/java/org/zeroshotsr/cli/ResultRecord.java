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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.zeroshotsr.RunRecord;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.zarr.ZarrImage;

/** Finds, in a result, the record of how it was made. */
final class ResultRecord {

	private ResultRecord() {}

	/**
	 * The last one: where an enlargement was enlarged again, of that.
	 *
	 * @throws BadInput where there is none, or it cannot be read
	 */
	static RunRecord read(final Path result) {
		return Checks.in("RESULT: ", () -> read(result, ImageInput.read(result)));
	}

	private static RunRecord read(final Path result, final ImageInput image) throws IOException {
		if (image.zarr() != null) {
			final JsonNode json = ZarrImage.open(result).record();
			if (json == null) throw none(result);
			return named(result, () -> RunRecord.of(json));
		}
		final List<RunRecord> records = named(result, () -> RunRecord.in(image.image().getInfoProperty()));
		if (records.isEmpty()) throw none(result);
		return records.get(records.size() - 1);
	}

	private static <V> V named(final Path result, final Checks.Check<V> check) {
		return Checks.in(result + ": ", check);
	}

	private static BadInput none(final Path result) {
		return new BadInput(result + " has no record of how it was made: it is no result of this program, or of one before 0.2, or " +
			"another program has saved it since without its Info");
	}
}
