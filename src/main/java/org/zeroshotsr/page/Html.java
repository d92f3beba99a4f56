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
package org.zeroshotsr.page;

import java.util.List;

/** Text of an HTML document, in which whatever comes from outside is escaped. */
final class Html {

	private final StringBuilder text = new StringBuilder();

	/** Adds markup. */
	Html raw(final String markup) {
		text.append(markup);
		return this;
	}

	/** Adds words. */
	Html words(final String words) {
		text.append(escaped(words));
		return this;
	}

	/** An element with words in it. */
	Html element(final String name, final String words) {
		return raw("<" + name + ">").words(words).raw("</" + name.split(" ")[0] + ">\n");
	}

	/** A picture. */
	Html picture(final String attributes, final String uri, final String alternative) {
		return raw("<img " + attributes + " src=\"").raw(uri).raw("\" alt=\"").words(alternative).raw("\">");
	}

	/** Rows of a table, of which the first cell is a header. */
	Html rows(final List<List<String>> rows) {
		for (final List<String> row : rows) {
			raw("<tr><th scope=\"row\">").words(row.get(0)).raw("</th>");
			row.stream().skip(1).forEach(cell -> raw("<td>").words(cell).raw("</td>"));
			raw("</tr>\n");
		}
		return this;
	}

	/** What a browser shows as these words, in text and in attributes; what no document may hold is left out. */
	static String escaped(final String words) {
		final StringBuilder safe = new StringBuilder();
		words.codePoints().forEach(c -> {
			switch (c) {
				case '<' -> safe.append("&lt;");
				case '>' -> safe.append("&gt;");
				case '&' -> safe.append("&amp;");
				case '"' -> safe.append("&quot;");
				case '\'' -> safe.append("&#39;");
				default -> {
					final boolean control = c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || Character.getType(c) == Character.SURROGATE ||
						(c & 0xfffe) == 0xfffe;
					if (control) safe.append('\ufffd');
					else safe.appendCodePoint(c);
				}
			}
		});
		return safe.toString();
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
