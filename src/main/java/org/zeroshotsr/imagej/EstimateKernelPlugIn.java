package org.zeroshotsr.imagej;

import ij.ImagePlus;

/**
 * Plugins &gt; Zero-Shot SR &gt; Estimate Kernel in ImageJ without Fiji: the kernel that shrank the scene by two, as an
 * image, a slice for each channel.
 */
public final class EstimateKernelPlugIn extends ImagePlugIn {

	public EstimateKernelPlugIn() {
		super("Estimate Kernel");
	}

	@Override
	void work(final ImagePlus source) {
		KernelImages.estimate(ImagePlusSource.of(source), new ImageJProgress()).forEach(ImagePlugIn::show);
	}
}
