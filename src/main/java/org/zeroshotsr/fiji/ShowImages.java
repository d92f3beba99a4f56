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
package org.zeroshotsr.fiji;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;

/**
 * Shows the images of this plugin's commands as ImageJ's own plugins do: SciJava would show the Dataset as a virtual
 * stack, and in macros without a display not at all.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public class ShowImages extends AbstractPostprocessorPlugin {

	@Parameter
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ImageCommand)) return;
		// what it found is in the Results table
		if (module.getDelegateObject() instanceof EstimateNoiseCommand) module.resolveOutput("noise");
		final List<ImagePlus> images = ((ImageCommand) module.getDelegateObject()).images();
		// without a display only a macro has somewhere to show an image
		if (images.isEmpty() || GraphicsEnvironment.isHeadless() && !Macros.isRunning()) return;
		// the result last, so that it is the active one
		for (int i = images.size() - 1; i >= 0; i--)
			Macros.show(images.get(i), threads);
		module.getInfo().outputs().forEach(output -> module.resolveOutput(output.getName()));
	}
}
