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

import java.awt.GraphicsEnvironment;

import ij.gui.HTMLDialog;

import org.zeroshotsr.Version;
import org.zeroshotsr.options.Option;

/** What the dialog's Help button shows. */
public final class OptionsHelp {

	/** As CITATION.cff has it. */
	static final String CITATION = "A. Shocher, N. Cohen, M. Irani, <i>&quot;Zero-Shot&quot; Super-Resolution using Deep Internal " +
		"Learning</i>, Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition (CVPR), 2018";

	private OptionsHelp() {}

	/** Opens a window, where there is a display; on the event-dispatch thread, over a dialog that waits for an answer, too. */
	public static void show() {
		if (!GraphicsEnvironment.isHeadless()) new HTMLDialog(ZeroShotPlugIn.NAME, html(), true);
	}

	static String html() {
		final StringBuilder html = new StringBuilder(
			"<html><h2>Zero-Shot SR</h2><p>Trains a small network on the image itself and enlarges the image with it. " +
				"With a selection, only its bounding box is enlarged.</p><table cellpadding=3>");
		for (final Option option : Option.values())
			row(html, option.key(), option.help(), option.range() + (option.unit().isEmpty() ? "" : "; in " + option.unit()),
				option.defaultValue());
		row(html, Choices.BICUBIC, "also show the bicubic enlargement, for comparison", "true, false", "false");
		row(html, Choices.WINDOW, "show the training in a window", "true, false", "true");
		row(html, Choices.MAPS, "also make maps of how far the result can be believed: input minus shrunken result (consistency), the half width within which 90 % of the truth lies (uncertainty), and what differs from bicubic by more than that (new)",
			"none, or some of consistency,uncertainty,new", "none");
		row(html, Choices.REPORT, "make a page about the run, with pictures, spectra and what was done, beside the image's file",
			"true, false, or the page's file, whose name ends in .html", "false");
		return html.append("</table><p>In macros: run(\"Zero-Shot SR\", \"scale=2 noise=gaussian:12\"), every option by ")
			.append("its name above; what is left out has its default, and <i>bicubic</i> alone is bicubic=true.</p>")
			.append("<h3>How to cite</h3><p>The method: ").append(CITATION).append(".<br>And this program, with its version: ")
			.append("Zero-Shot SR developers, <i>Zero-Shot SR</i> ").append(Version.get()).append(".</p></html>").toString();
	}

	private static void row(final StringBuilder html, final String key, final String help, final String range,
		final String defaultValue)
	{
		html.append("<tr valign=top><td><b>").append(key).append("</b></td><td>").append(help).append("<br><i>").append(
			range).append("; default ").append(defaultValue).append("</i></td></tr>");
	}
}
