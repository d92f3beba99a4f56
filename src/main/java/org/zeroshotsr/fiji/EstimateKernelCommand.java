package org.zeroshotsr.fiji;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.imagej.Dataset;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.imagej.KernelImages;
import org.zeroshotsr.imagej.Source;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Kernel in Fiji: the kernel that shrank the scene by two, as an image, a slice
 * for each channel.
 */
@Plugin(type = Command.class, label = "Zero-Shot SR Kernel", headless = true, menu = { @Menu(label = "Plugins"), @Menu(
	label = "Zero-Shot SR"), @Menu(label = "Zero-Shot SR Kernel") })
public class EstimateKernelCommand extends ImageCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private Dataset kernel;

	@Override
	<T extends RealType<T> & NativeType<T>, I> List<I> work(final Source<T, I> source, final TaskProgress progress) {
		return KernelImages.estimate(source, progress);
	}

	@Override
	void output(final List<Dataset> made) {
		kernel = made.get(0);
	}
}
