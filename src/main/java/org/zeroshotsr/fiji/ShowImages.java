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
