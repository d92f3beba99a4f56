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
package org.zeroshotsr.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the planes of a run hold: the enlarged image, or a map of it, which has its size. */
public enum Layer {

	RESULT, //
	/**
	 * The input minus the shrunken result, in standard deviations of the noise where there is a noise model, else in grey
	 * levels.
	 */
	CONSISTENCY, //
	/** Half width, in grey levels: the truth lies within result +- half width for 90 % of the pixels. */
	UNCERTAINTY, //
	/** Result minus bicubic enlargement, in grey levels, where that is more than the half width, and 0 elsewhere. */
	NEW;

	private static final String NONE = "none";

	/** The name in macros and of files, such as "uncertainty". */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** All maps. */
	public static List<Layer> maps() {
		return List.of(CONSISTENCY, UNCERTAINTY, NEW);
	}

	/**
	 * Reads a list of maps, such as "consistency,new"; "none" for none.
	 *
	 * @throws BadInput which says what there is
	 */
	public static List<Layer> maps(final String text) {
		if (text.equalsIgnoreCase(NONE)) return List.of();
		final List<String> names = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
		final List<Layer> maps = maps().stream().filter(map -> names.contains(map.text())).toList();
		if (maps.size() < names.stream().distinct().count()) throw new BadInput("maps: '" + text +
			"' is not possible; it takes none, or some of consistency, uncertainty and new with , between them");
		return maps;
	}

	/** The same as text. */
	public static String text(final List<Layer> maps) {
		return maps.isEmpty() ? NONE : maps.stream().map(Layer::text).collect(Collectors.joining(","));
	}
}
