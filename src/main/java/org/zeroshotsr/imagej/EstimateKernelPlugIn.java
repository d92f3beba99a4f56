package org.zeroshotsr.imagej;

import ij.ImagePlus;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Kernel in ImageJ without Fiji: the kernel that shrank the scene by two, as an
 * image, a slice for each channel.
 */
public final class EstimateKernelPlugIn extends ImagePlugIn {

	public EstimateKernelPlugIn() {
		super("Zero-Shot SR Kernel");
	}

	@Override
	void work(final ImagePlus source) {
		KernelImages.estimate(ImagePlusSource.of(source), new ImageJProgress()).forEach(ImagePlugIn::show);
	}
}
