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

import java.awt.Color;
import java.util.Random;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Small ImageJ images with random pixels. */
public final class Samples {

	private Samples() {}

	/** A plane of 8, 16, 24 or 32 bits. */
	public static ImageProcessor plane(final int bits, final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final ImageProcessor plane = switch (bits) {
			case 8 -> new ByteProcessor(width, height);
			case 16 -> new ShortProcessor(width, height);
			case 24 -> new ColorProcessor(width, height);
			default -> new FloatProcessor(width, height);
		};
		for (int i = 0; i < width * height; i++)
			if (bits == 32) plane.setf(i, (float) random.nextGaussian() * 1000);
			else plane.set(i, random.nextInt(1 << bits) | (bits == 24 ? 0xff000000 : 0));
		return plane;
	}

	public static ImagePlus stack(final int bits, final int width, final int height, final int planes) {
		final ImageStack stack = new ImageStack(width, height);
		for (int i = 0; i < planes; i++)
			stack.addSlice("plane " + (i + 1), plane(bits, width, height, i));
		return new ImagePlus("stack of " + bits + " bits", stack);
	}

	/** Two channels, three slices, with everything that a hyperstack can carry. */
	public static CompositeImage hyperstack() {
		final ImagePlus flat = stack(16, 20, 14, 6);
		flat.setTitle("cells.tif");
		flat.setDimensions(2, 3, 1);
		final Calibration calibration = flat.getCalibration();
		calibration.pixelWidth = 0.2;
		calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 0.5;
		calibration.setUnit("micron");
		calibration.xOrigin = 4;
		calibration.yOrigin = 3;
		calibration.zOrigin = 1;
		calibration.frameInterval = 2.5;
		final CompositeImage image = new CompositeImage(flat, IJ.COMPOSITE);
		image.setOpenAsHyperStack(true);
		image.setChannelLut(lut(Color.magenta, 100, 5000), 1);
		image.setChannelLut(lut(Color.green, 200, 60000), 2);
		image.setActiveChannels("10");
		image.setProperty("Info", "objective = 60x\nexposure = 20 ms\n");
		image.setProp("Sample", "HeLa");
		final Overlay overlay = new Overlay();
		final Roi everywhere = new Roi(2, 3, 8, 6);
		everywhere.setName("cell");
		everywhere.setStrokeColor(Color.yellow);
		overlay.add(everywhere);
		final Roi one = new Roi(10, 4, 4, 4);
		one.setPosition(2, 3, 1);
		overlay.add(one);
		image.setOverlay(overlay);
		return image;
	}

	public static LUT lut(final Color color, final double min, final double max) {
		final LUT lut = LUT.createLutFromColor(color);
		lut.min = min;
		lut.max = max;
		return lut;
	}

	/** A virtual stack of small 16-bit planes. */
	public static class Planes extends VirtualStack {

		private final int size;

		public Planes(final int size) {
			super(30, 20);
			this.size = size;
			setBitDepth(16);
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			return plane(16, 30, 20, n);
		}

		@Override
		public int size() {
			return size;
		}

		@Override
		public int getSize() {
			return size;
		}

		@Override
		public String getSliceLabel(final int n) {
			return "plane " + n;
		}
	}
}
