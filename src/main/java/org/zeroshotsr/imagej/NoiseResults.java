package org.zeroshotsr.imagej;

import java.awt.GraphicsEnvironment;
import java.util.List;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import org.zeroshotsr.run.Estimation;
import org.zeroshotsr.noise.NoiseEstimate;

/** Puts estimates of noise where users of ImageJ and macros look for them. */
public final class NoiseResults {

	private NoiseResults() {}

	/** A line in the Results table for each channel, and the plot where somebody looks. */
	public static void show(final String title, final List<NoiseEstimate> channels) {
		final ResultsTable table = ResultsTable.getResultsTable();
		for (int i = 0; i < channels.size(); i++) {
			final NoiseEstimate estimate = channels.get(i);
			table.addRow();
			table.addLabel(title);
			table.addValue("Channel", i + 1);
			table.addValue("Gain", estimate.model().gain());
			table.addValue("Read noise", estimate.model().read());
			table.addValue("Offset", estimate.model().offset());
			table.addValue("Shared down", estimate.model().correlation().at(1, 0));
			table.addValue("Shared across", estimate.model().correlation().at(0, 1));
			table.addValue("Noise option", Estimation.text(estimate.model()));
		}
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return;
		table.show("Results");
		NoisePlot.of(channels).show();
	}
}
