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
package org.zeroshotsr.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.zeroshotsr.image.BadInput;

/**
 * Takes apart the second argument of a macro's {@code run(command, options)}. ImageJ's own Macro.getValue looks for one
 * key at a time, and so never sees a misspelt one.
 */
public final class MacroOptions {

	private final String text;
	private final UnaryOperator<String> variables;
	private int at;

	private MacroOptions(final String text, final UnaryOperator<String> variables) {
		this.text = text;
		this.variables = variables;
	}

	/**
	 * @param text      {@code key=value} pairs with blanks between them; a value with blanks stands in square brackets (or
	 *                  quotes), {@code &name} is a macro variable, and a checkbox's key alone is true
	 * @param variables gives a macro variable's value, or null where there is none of that name
	 * @return values by key, in the order they were given
	 * @throws IllegalArgumentException which says what cannot be read
	 */
	public static Map<String, String> parse(final String text, final UnaryOperator<String> variables) {
		return new MacroOptions(text, variables).parse();
	}

	private Map<String, String> parse() {
		final Map<String, String> map = new LinkedHashMap<>();
		for (skipBlanks(); at < text.length(); skipBlanks()) {
			final String key = upTo("= ");
			final boolean bare = at == text.length() || text.charAt(at) != '=';
			if (bare && Choices.FLAGS.contains(key)) {
				put(map, key, "true");
				continue;
			}
			if (bare || key.isEmpty()) throw new BadInput("'" + key +
				"' is not an option with a value; write option=value without blanks, and [..] around a value with blanks");
			at++;
			put(map, key, value(key));
		}
		return map;
	}

	private static void put(final Map<String, String> map, final String key, final String value) {
		if (map.put(key, value) != null) throw new BadInput(key + " is given twice");
	}

	private void skipBlanks() {
		while (at < text.length() && text.charAt(at) == ' ')
			at++;
	}

	private String upTo(final String ends) {
		final int start = at;
		while (at < text.length() && ends.indexOf(text.charAt(at)) < 0)
			at++;
		return text.substring(start, at);
	}

	private String value(final String key) {
		final char first = at < text.length() ? text.charAt(at) : ' ';
		if (first == '[') return bracketed(key);
		if (first == '\'') {
			at++;
			final String value = upTo("'");
			if (at++ >= text.length()) throw new BadInput(key + ": its quote is not closed");
			return value;
		}
		final String value = upTo(" ");
		if (!value.startsWith("&")) return value;
		final String variable = variables.apply(value.substring(1));
		if (variable == null) throw new BadInput(key + ": the macro has no variable '" + value.substring(
			1) + "'");
		return variable;
	}

	private String bracketed(final String key) {
		final int start = ++at;
		for (int depth = 1; at < text.length(); at++) {
			if (text.charAt(at) == '[') depth++;
			if (text.charAt(at) == ']' && --depth == 0) return text.substring(start, at++);
		}
		throw new BadInput(key + ": its bracket is not closed");
	}
}
