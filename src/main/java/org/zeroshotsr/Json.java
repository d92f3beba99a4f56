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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes JSON (RFC 8259) in ASCII. For the record alone: no library for it is there in all places where a result is made, as the
 * command line has no Groovy (which would make each start slow), and ImageJ no Jackson.
 */
final class Json {

	private Json() {}

	/** @param value maps and lists of texts, whole numbers and booleans */
	static String of(final Object value) {
		if (value instanceof Map<?, ?> map) return map.entrySet().stream().map(e -> text(e.getKey().toString()) + ":" + of(e.getValue()))
			.collect(Collectors.joining(",", "{", "}"));
		if (value instanceof List<?> list) return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
		return value instanceof String text ? text(text) : String.valueOf(value);
	}

	private static String text(final String text) {
		final StringBuilder json = new StringBuilder("\"");
		for (final char c : text.toCharArray()) {
			if (c == '"' || c == '\\') json.append('\\').append(c);
			else if (c >= ' ' && c < 127) json.append(c);
			else json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
		}
		return json.append('"').toString();
	}
}
