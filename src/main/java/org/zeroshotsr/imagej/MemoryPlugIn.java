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

import ij.gui.GenericDialog;
import ij.plugin.PlugIn;

/** Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Memory in ImageJ without Fiji: the {@link MemoryPreference}. */
public final class MemoryPlugIn implements PlugIn {

	/** Name of the command. */
	public static final String NAME = "Zero-Shot SR Memory";
	/** What is asked for. */
	public static final String LABEL = "Memory of the training process (MB)";
	/** What it means. */
	public static final String HELP = "The least that the Java of the training process may take; 0: as much as the image needs.";

	@Override
	public void run(final String arg) {
		final GenericDialog dialog = new GenericDialog(NAME);
		dialog.addNumericField(LABEL, MemoryPreference.megabytes(), 0);
		dialog.addMessage(HELP);
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		MemoryPreference.set((int) Math.max(0, Math.min(Integer.MAX_VALUE, dialog.getNextNumber())));
	}
}
