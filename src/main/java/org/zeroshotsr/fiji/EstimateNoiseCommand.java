package org.zeroshotsr.fiji;

import java.util.List;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.imagej.Dataset;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.run.Estimation;
import org.zeroshotsr.imagej.NoiseResults;
import org.zeroshotsr.imagej.Source;
import org.zeroshotsr.noise.NoiseEstimate;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Noise in Fiji: a line in the Results table for each channel, and where there
 * is a display the plot of variance against mean.
 */
@Plugin(type = Command.class, label = "Zero-Shot SR Noise", headless = true, menu = { @Menu(label = "Plugins"), @Menu(
	label = "Zero-Shot SR"), @Menu(label = "Zero-Shot SR Noise") })
public class EstimateNoiseCommand extends ImageCommand {

	/** The value for the option noise; of several channels with blanks between them. */
	@Parameter(type = ItemIO.OUTPUT)
	private String noise;

	@Override
	<T extends RealType<T> & NativeType<T>, I> List<I> work(final Source<T, I> source, final TaskProgress progress) {
		final List<NoiseEstimate> channels = Estimation.noise(source.pixels(), source.axes());
		progress.checkCanceled();
		NoiseResults.show(source.title(), channels);
		noise = channels.stream().map(c -> Estimation.text(c.model())).collect(Collectors.joining(" "));
		return List.of();
	}

	@Override
	void output(final List<Dataset> made) {
		// numbers alone
	}
}
