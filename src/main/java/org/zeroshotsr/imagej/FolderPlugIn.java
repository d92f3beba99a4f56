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

import java.nio.file.Path;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;

import org.zeroshotsr.image.BadInput;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Folder in ImageJ without Fiji; in macros
 * {@code run("Zero-Shot SR Folder", "images=[/data/in] results=[/data/out] names=*.tif options=[scale=2]")}.
 */
public final class FolderPlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		final GenericDialog dialog = new GenericDialog(FolderRun.TABLE);
		dialog.addDirectoryField("Images", "");
		dialog.addDirectoryField("Results", "");
		dialog.addStringField("Names", "*.tif", 20);
		dialog.addStringField("Options", "scale=2", 40);
		dialog.addMessage("Results that are there already are left as they are. Esc ends it after the image it is at is given up.\n" +
			"Options are written as in macros, such as scale=2 preset=microscopy.");
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		final String images = dialog.getNextString();
		final String results = dialog.getNextString();
		final String names = dialog.getNextString();
		final String options = dialog.getNextString();
		try {
			IJ.resetEscape();
			final int failed = new FolderRun(Choices.ofFolder(options), new ImageJProgress(), MemoryPreference.maker()).run(path("images",
				images), path("results", results), names);
			if (failed > 0) throw new BadInput(failed + (failed > 1 ? " images" : " image") +
				" could not be enlarged; the table says why");
		}
		catch (final java.util.concurrent.CancellationException e) {
			Messages.canceled();
		}
		catch (final RuntimeException | Error e) {
			Messages.error(FolderRun.TABLE + ": " + Messages.fault(e).words());
		}
		finally {
			IJ.showProgress(1);
		}
	}

	/** A folder that was named. */
	public static Path path(final String what, final String name) {
		if (name == null || name.isBlank()) throw new BadInput(what + ": the folder is missing");
		return Path.of(name.strip());
	}
}
