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
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

/** A command of ImageJ without Fiji on the active image, or, with a selection that is an area, on its bounding box. */
abstract class ImagePlugIn implements PlugIn {

	private final String name;

	ImagePlugIn(final String name) {
		this.name = name;
	}

	/**
	 * Does the work.
	 *
	 * @param source is locked meanwhile
	 * @throws org.zeroshotsr.image.BadInput with a reason that the user can do something about
	 */
	abstract void work(ImagePlus source);

	@Override
	public final void run(final String arg) {
		final ImagePlus source = WindowManager.getCurrentImage();
		if (source == null) {
			IJ.noImage();
			return;
		}
		try (ImageLock lock = new ImageLock(source)) {
			work(source);
		}
		catch (final CancellationException e) {
			Messages.canceled();
		}
		catch (final RuntimeException | Error e) {
			error(Messages.fault(e).words());
		}
		finally {
			IJ.showProgress(1);
		}
	}

	private void error(final String message) {
		IJ.showStatus("");
		Messages.error(name + ": " + message);
	}

	/** And makes it the active image, also where there is nothing to show it on. */
	static void show(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(image);
		else image.show();
	}
}
