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
package org.zeroshotsr.files;

import java.awt.Color;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import org.zeroshotsr.image.Window;

/** Makes an ImageJ image of a TIFF file: the pixels as {@link TiffFile} reads them, and what the tags say about them. */
final class TiffImage {

	private static final int WHITE = 0xffffff;
	/** Rows and columns of a large image's planes that are looked at. */
	private static final int MIDDLE = 512;

	private final Path path;
	private final TiffFile file;

	/** Part of the planes that is the image; null for the whole. */
	private final Window view;

	private TiffImage(final Path path, final TiffFile file, final Window view) {
		this.path = path;
		this.file = file;
		this.view = view;
	}

	/**
	 * Opens a TIFF file.
	 *
	 * @param lazyBytes a stack with more bytes of pixels than this is read page by page, when a plane is asked for
	 * @throws IOException if it cannot be read for certain; with a message that names the file, and what of it
	 */
	static ImageFile read(final Path path, final long lazyBytes) throws IOException {
		try (TiffFile file = new TiffFile(path)) {
			return new TiffImage(path, file, null).read(lazyBytes);
		}
	}

	/** The same of one whose planes have more samples than {@code most}, or null where they have not. */
	static LargeTiff large(final Path path, final long most) throws IOException {
		try (TiffFile file = new TiffFile(path)) {
			final int width = file.layout().width();
			final int height = file.layout().height();
			if ((file.isColour() ? 3L : 1L) * width * height <= most) return null;
			final Window view = Window.middle(height, width, MIDDLE);
			final ImageFile middle = new TiffImage(path, file, view).read(0);
			return new LargeTiff(middle, (TiffStack) middle.image().getStack(), width, height);
		}
	}

	private ImageFile read(final long lazyBytes) throws IOException {
		if (view == null) file.checkArrays();
		final int count = file.pages() * channels();
		final boolean lazy = view != null || count > 1 && file.bytes() > lazyBytes;
		final ImageJTags tags = file.hasImageJTags() ? ImageJTags.of(path, file.forImageJ(), file.ome()) : null;
		final OmeXml ome = file.ome();
		final ColorModel colours = tags != null && channels() == 1 ? tags.colours() : colours();
		final String[] labels = new String[count];
		for (int i = 0; i < count; i++)
			labels[i] = label(i, tags);
		final ImageStack stack = lazy ? new TiffStack(path, file, colours, labels, view == null ? new Window(0, 0, file
			.layout().height(), file.layout().width()) : view) : stack(colours, labels);
		ImagePlus image = count > 1 || lazy ? new ImagePlus(name(), stack) : new ImagePlus(name(), stack.getProcessor(1));
		image.setDimensions(channels(), file.pages(), 1);
		if (tags != null) tags.describe(image);
		else if (ome == null) describe(image);
		if (ome != null) describe(image, ome);
		if (count == 1 && labels[0] != null) image.setProp("Slice_Label", labels[0]);
		// an 8-bit image that holds fewer bits would be black
		if (file.depth() == 8 && file.layout().bits() < 8 && file.layout().bits() > 1 && colours == null) image.setDisplayRange(0,
			(1 << file.layout().bits()) - 1);
		if (ome != null && image.getStackSize() > 1) image = tags != null && tags.isWhole() ? tags.composite(image) : composite(
			image, ome);
		else if (channels() > 1) image = composite(image);
		else if (tags != null) image = tags.composite(image);
		if (file.layout().format() == TiffLayout.SIGNED && file.depth() == 16) image.getCalibration()
			.setSigned16BitCalibration();
		return new ImageFile(image, lazy ? file.notesAhead() : file.notesSoFar());
	}

	private String name() {
		return path.getFileName().toString();
	}

	private int channels() {
		return file.isColour() ? 1 : file.channels();
	}

	private String label(final int plane, final ImageJTags tags) {
		final String label = tags != null && channels() == 1 ? tags.label(plane) : file.channelName(plane % channels());
		if (label != null || file.ome() == null || file.pages() == 1 || channels() > 1) return label;
		final OmePlanes planes = file.ome().planes();
		final int channel = plane % planes.sizeC();
		if (planes.sizeC() == 1 || channel >= file.ome().channels().size()) return null;
		final String name = file.ome().channels().get(channel).name();
		return name.isEmpty() ? null : name;
	}

	private ImageStack stack(final ColorModel colours, final String[] labels) throws IOException {
		final ImageStack stack = new ImageStack(file.layout().width(), file.layout().height());
		for (int p = 0; p < file.pages(); p++) {
			final Object[] page = file.read(p);
			for (int c = 0; c < channels(); c++) {
				final ImageProcessor plane = plane(file, page, c, stack.getWidth(), stack.getHeight(), colours);
				if (stack.size() == 0) stack.setColorModel(plane.getColorModel());
				stack.addSlice(labels[stack.size()], plane.getPixels());
			}
		}
		return stack;
	}

	/** A channel of a page, or of a part of one, that was read. */
	static ImageProcessor plane(final TiffFile file, final Object[] page, final int channel, final int width,
		final int height, final ColorModel colours)
	{
		if (file.isColour()) {
			final ColorProcessor plane = new ColorProcessor(width, height);
			plane.setRGB((byte[]) page[0], (byte[]) page[1], (byte[]) page[2]);
			return plane;
		}
		final Object values = page[channel];
		if (values instanceof byte[] bytes) return new ByteProcessor(width, height, bytes, colours);
		if (values instanceof short[] shorts) return new ShortProcessor(width, height, shorts, colours);
		return new FloatProcessor(width, height, (float[]) values, colours);
	}

	/** The palette, an inverted grey scale where zero is white, or null. */
	private ColorModel colours() throws IOException {
		final byte[][] palette = file.palette();
		if (palette != null) return new IndexColorModel(8, 256, palette[0], palette[1], palette[2]);
		if (file.layout().photometric() != TiffLayout.WHITE_IS_ZERO) return null;
		final byte[] grey = new byte[256];
		for (int i = 0; i < 256; i++)
			grey[i] = (byte) (255 - i);
		return new LUT(grey, grey, grey);
	}

	private void describe(final ImagePlus image) throws IOException {
		if (!file.description().isEmpty()) image.setProperty("Info", file.description());
		final String unit = file.unit();
		final double[] size = file.pixelSize();
		if (unit == null || size[0] == 0 || size[1] == 0) return;
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = size[0];
		calibration.pixelHeight = size[1];
		calibration.setUnit(unit);
	}

	/** After ImageJ's tags, which know some things that OME-XML does not. */
	private void describe(final ImagePlus image, final OmeXml ome) {
		final OmePlanes planes = ome.planes();
		image.setDimensions(channels() * planes.sizeC(), planes.sizeZ(), planes.sizeT());
		calibrate(image.getCalibration(), ome);
		final String info = image.getInfoProperty();
		final String record = ome.annotation(OmeWriter.RECORD);
		// what we wrote is whole in ImageJ's tags as well as in the annotation
		if (record != null) image.setProperty("Info", info == null ? record : info);
		else image.setProperty("Info", ome.info() + (info == null ? "" : info));
	}

	private static void calibrate(final Calibration calibration, final OmeXml ome) {
		final double x = ome.micrometres('X');
		final double y = ome.micrometres('Y');
		final double z = ome.micrometres('Z');
		if (!Double.isNaN(x) && !Double.isNaN(y)) {
			// in the units that ImageJ's tags may have
			if (Double.isNaN(OmeUnits.micrometres(calibration.getXUnit()) + OmeUnits.micrometres(calibration.getYUnit())))
				calibration.setUnit("micron");
			calibration.pixelWidth = x / OmeUnits.micrometres(calibration.getXUnit());
			calibration.pixelHeight = y / OmeUnits.micrometres(calibration.getYUnit());
			final double unit = OmeUnits.micrometres(calibration.getZUnit());
			if (!Double.isNaN(z + unit)) calibration.pixelDepth = z / unit;
		}
		if (Double.isNaN(ome.seconds())) return;
		if (Double.isNaN(OmeUnits.seconds(calibration.getTimeUnit()))) calibration.setTimeUnit("sec");
		calibration.frameInterval = ome.seconds() / OmeUnits.seconds(calibration.getTimeUnit());
	}

	/** With the channels' colours, and in each the range of its first plane. */
	private ImagePlus composite(final ImagePlus image, final OmeXml ome) {
		image.setOpenAsHyperStack(true);
		if (file.isColour() || image.getNChannels() == 1) return image;
		final boolean known = image.getOriginalFileInfo() != null && image.getOriginalFileInfo().channelLuts != null;
		boolean colours = known || channels() > 1;
		// white over white shows nothing
		for (final OmeXml.Channel channel : ome.channels())
			colours |= channel.colour() != null && channel.colour() >>> 8 != WHITE;
		final CompositeImage composite = new CompositeImage(image, colours ? IJ.COMPOSITE : IJ.GRAYSCALE);
		if (known) return composite;
		for (int c = 0; c < ome.channels().size() && c < image.getNChannels() && channels() == 1; c++) {
			final Integer colour = ome.channels().get(c).colour();
			if (colour != null) composite.setChannelLut(LUT.createLutFromColor(new Color(colour >>> 8)), c + 1);
		}
		for (int c = 1; c <= image.getNChannels(); c++) {
			final ImageProcessor plane = image.getStack().getProcessor(c);
			plane.resetMinAndMax();
			final LUT lut = composite.getChannelLut(c);
			lut.min = plane.getMin();
			lut.max = plane.getMax();
			composite.setChannelLut(lut, c);
		}
		return composite;
	}

	private ImagePlus composite(final ImagePlus image) {
		final boolean colours = "red".equals(file.channelName(0));
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, colours ? IJ.COMPOSITE : IJ.GRAYSCALE);
	}
}
