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

import java.util.Locale;

/** What to cite where a result of this program is shown. */
public final class Citation {

	/** The method's, as it is named in a sentence. */
	static final String SHORT = "Shocher, Cohen and Irani, CVPR 2018";
	static final String TITLE = "\"Zero-Shot\" Super-Resolution using Deep Internal Learning";
	static final String PROCEEDINGS = "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition (CVPR)";
	static final String METHOD_YEAR = "2018";
	static final String ARXIV = "1712.06087";
	static final String NAME = "Zero-Shot SR";
	static final String AUTHORS = "Zero-Shot SR developers";
	static final String ADDRESS = "https://github.com/zero-shot-sr/zero-shot-sr";
	static final String YEAR = "2026";

	private Citation() {}

	/** The publication of the method. */
	public static String method() {
		return "A. Shocher, N. Cohen, M. Irani: " + TITLE + ". " + PROCEEDINGS + ", " + METHOD_YEAR + ". arXiv:" + ARXIV;
	}

	/** A version of this program. */
	public static String program(final String version) {
		return AUTHORS + ": " + NAME + ", version " + version + ", " + YEAR + ". " + ADDRESS;
	}

	/** Both as entries of BibTeX. */
	public static String bibtex(final String version) {
		return String.format(Locale.ROOT, """
			@inproceedings{shocher2018zeroshot,
			  author    = {Shocher, Assaf and Cohen, Nadav and Irani, Michal},
			  title     = {{``Zero-Shot'' Super-Resolution using Deep Internal Learning}},
			  booktitle = {%s},
			  year      = {%s},
			  eprint    = {%s},
			  archivePrefix = {arXiv}
			}

			@misc{zeroshotsr,
			  author    = {{%s}},
			  title     = {{%s}},
			  year      = {%s},
			  note      = {Version %s},
			  howpublished = {\\url{%s}}
			}
			""", PROCEEDINGS, METHOD_YEAR, ARXIV, AUTHORS, NAME, YEAR, version, ADDRESS);
	}
}
