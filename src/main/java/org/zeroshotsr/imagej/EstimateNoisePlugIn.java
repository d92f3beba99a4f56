package org.zeroshotsr.imagej;

import ij.ImagePlus;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.run.Estimation;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Noise in ImageJ without Fiji: a line in the Results table for each channel, and
 * where there is a display the plot of variance against mean.
 */
public final class EstimateNoisePlugIn extends ImagePlugIn {

	public EstimateNoisePlugIn() {
		super("Zero-Shot SR Noise");
	}

	@Override
	void work(final ImagePlus source) {
		estimate(ImagePlusSource.of(source));
	}

	private static <T extends RealType<T> & NativeType<T>> void estimate(final ImagePlusSource<T> source) {
		NoiseResults.show(source.title(), Estimation.noise(source.pixels(), source.axes()));
	}
}
