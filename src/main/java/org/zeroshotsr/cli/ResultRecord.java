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

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.zeroshotsr.RunRecord;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.zarr.ZarrImage;

/** Reads the record of how a result was made. */
final class ResultRecord {

	private static final JsonMapper MAPPER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

	private ResultRecord() {}

	/**
	 * That of a file: the last one, where an enlargement was enlarged again.
	 *
	 * @throws BadInput where there is none, or it cannot be read
	 */
	static RunRecord read(final Path result) {
		return Checks.in("RESULT: ", () -> {
			final ImageInput image = ImageInput.read(result);
			if (image.zarr() != null) {
				final JsonNode json = ZarrImage.open(result).record();
				if (json == null) throw none(result);
				return read(json);
			}
			final List<String> records = RunRecord.in(image.image().getInfoProperty());
			if (records.isEmpty()) throw none(result);
			return read(records.get(records.size() - 1));
		});
	}

	/** @throws BadInput where it is none */
	static RunRecord read(final String json) {
		try {
			return read(MAPPER.readTree(json));
		}
		catch (final JsonProcessingException e) {
			throw damaged(e);
		}
	}

	private static RunRecord read(final JsonNode json) {
		try {
			final RunRecord record = MAPPER.treeToValue(json, RunRecord.class);
			if (record == null || record.version() == null || record.begun() == null || record.options() == null || record.asked() == null)
				throw damaged(null);
			return record;
		}
		catch (final JsonProcessingException e) {
			throw damaged(e);
		}
	}

	/** For a report. */
	static JsonNode json(final RunRecord record) {
		try {
			return MAPPER.readTree(record.json());
		}
		catch (final JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
	}

	private static BadInput damaged(final Exception cause) {
		return new BadInput("its record of how it was made is damaged, or that of another version", cause);
	}

	private static BadInput none(final Path result) {
		return new BadInput(result + " has no record of how it was made: it is a map of a result, or no result of this program, or of one before 0.2, or " +
			"another program has saved it since without its Info");
	}
}
