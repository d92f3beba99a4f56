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

import ij.WindowManager;

import org.zeroshotsr.image.Layer;

/** Names of new images. */
public final class Titles {

	private static final int LONGEST_EXTENSION = 5;

	private Titles() {}

	/** As Image &gt; Scale names its result: "cells-1.tif" for "cells.tif", or with the next number that is free. */
	public static String enlarged(final String title) {
		return unique(title, "-");
	}

	/** "cells-bicubic.tif", or where there is one already, "cells-bicubic-1.tif". */
	public static String bicubic(final String title) {
		return named(title, "-bicubic");
	}

	/** "cells-kernel.tif", or with the next number that is free. */
	public static String kernel(final String title) {
		return named(title, "-kernel");
	}

	/** "cells-uncertainty.tif", or with the next number that is free. */
	public static String map(final String title, final Layer map) {
		return named(title, "-" + map.text());
	}

	private static String named(final String title, final String infix) {
		final String plain = insert(title, infix);
		return WindowManager.getImage(plain) == null ? plain : unique(title, infix + "-");
	}

	/** WindowManager.getUniqueName overlooks the images of batch mode. */
	private static String unique(final String title, final String infix) {
		int i = 1;
		while (WindowManager.getImage(insert(title, infix + i)) != null)
			i++;
		return insert(title, infix + i);
	}

	private static String insert(final String title, final String infix) {
		final int dot = title.lastIndexOf('.');
		final boolean extension = dot >= 0 && title.length() - dot <= LONGEST_EXTENSION && dot < title.length() - 1;
		return extension ? title.substring(0, dot) + infix + title.substring(dot) : title + infix;
	}
}
