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

/**
 * What a result was made from, as far as whoever gave it to the engine knows: a file is known by its bytes, so that anybody can
 * check it with {@code sha256sum}; an image that was open in Fiji or ImageJ, and may be another than its file by then, by the
 * pixels that were taken.
 *
 * @param name    of the file, without its folder, or the image's title
 * @param sha256  of the file, or where {@code pixels}, of the samples that were taken, in hexadecimal digits
 * @param pixels  whether it is that of samples
 * @param box     first column, first row, columns and rows of the part that was taken; null for all
 * @param slice   which one alone, from 1, where each has a run of its own; 0 for all
 * @param kernel  SHA-256 of the kernel's file; null for none
 * @param network tells networks that were trained before from others; null for none
 */
public record Origin(String name, String sha256, boolean pixels, List<Integer> box, int slice, String kernel, String network) {

	/** The same of one slice. */
	public Origin at(final int number) {
		return new Origin(name, sha256, pixels, box, number, kernel, network);
	}

	/** The same with networks that were trained before. */
	public Origin with(final String networks) {
		return new Origin(name, sha256, pixels, box, slice, kernel, networks);
	}
}
