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
import java.awt.image.ColorModel;
import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;

import org.zeroshotsr.files.ChannelNames;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.zarr.ZarrAxis;
import org.zeroshotsr.zarr.ZarrChannel;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrInfo;

/** What OME-Zarr and ImageJ have in common to say of an image: scales, units, and how channels are called and shown. */
final class ZarrMetadata {

	private static final List<String> COLOURS = List.of("red", "green", "blue");
	private static final int WHITE = 0xffffff;

	private ZarrMetadata() {}

	/**
	 * An ImageJ image whose planes are read when they are asked for.
	 *
	 * @param view what of the planes it has
	 */
	static ImagePlus image(final ZarrImage zarr, final Window view) {
		final ZarrInfo info = zarr.info();
		final int channels = ZarrStack.length(info, 'C');
		final String[] names = new String[channels];
		final StringBuilder text = new StringBuilder();
		for (int c = 0; c < info.channels().size(); c++) {
			final String name = info.channels().get(c).name();
			names[c] = name.isBlank() || channels == 1 ? null : name;
			if (!name.isBlank()) text.append("Channel name #").append(c + 1).append(" = ").append(line(name)).append('\n');
		}
		if (!info.name().isBlank()) text.append("Image name = ").append(line(info.name())).append('\n');
		final ZarrStack stack = new ZarrStack(zarr, view, names);
		final ZarrChannel only = channels == 1 && info.channels().size() == 1 ? info.channels().get(0) : null;
		// ImageJ would take coloured bytes for a palette
		if (only != null && colour(only) != null && stack.getBitDepth() != 8) stack.setColours(lut(only));
		final ImagePlus image = new ImagePlus(zarr.folder().getFileName().toString(), stack);
		image.setDimensions(channels, ZarrStack.length(info, 'Z'), ZarrStack.length(info, 'T'));
		calibrate(image.getCalibration(), info);
		if (ZarrStack.isSigned(zarr.type())) image.getCalibration().setSigned16BitCalibration();
		if (!text.isEmpty()) image.setProperty("Info", text.toString());
		final int more = ZarrStack.isSigned(zarr.type()) ? ZarrStack.SIGNED : 0;
		if (only != null && only.hasWindow()) image.setDisplayRange(only.start() + more, only.end() + more);
		if (image.getStackSize() == 1) return image;
		image.setOpenAsHyperStack(true);
		return channels == 1 ? image : composite(image, info.channels(), more);
	}

	private static String line(final String text) {
		return text.replaceAll("\\s*\\R\\s*", " ");
	}

	private static ImagePlus composite(final ImagePlus image, final List<ZarrChannel> channels, final int more) {
		final boolean colours = channels.stream().anyMatch(channel -> colour(channel) != null);
		final CompositeImage composite = new CompositeImage(image, colours ? IJ.COMPOSITE : IJ.GRAYSCALE);
		for (int c = 0; c < channels.size(); c++) {
			final LUT lut = colours ? lut(channels.get(c)) : composite.getChannelLut(c + 1);
			if (channels.get(c).hasWindow()) {
				lut.min = channels.get(c).start() + more;
				lut.max = channels.get(c).end() + more;
			}
			else {
				lut.min = composite.getChannelLut(c + 1).min;
				lut.max = composite.getChannelLut(c + 1).max;
			}
			composite.setChannelLut(lut, c + 1);
		}
		return composite;
	}

	private static LUT lut(final ZarrChannel channel) {
		return LUT.createLutFromColor(new Color(channel.colour() == null ? WHITE : channel.colour()));
	}

	/** Null for white, which is grey, and for black, which shows nothing. */
	private static Integer colour(final ZarrChannel channel) {
		return channel.colour() == null || channel.colour() == WHITE || channel.colour() == 0 ? null : channel.colour();
	}

	private static void calibrate(final Calibration calibration, final ZarrInfo info) {
		final ZarrAxis x = info.axis('X');
		final ZarrAxis y = info.axis('Y');
		calibration.pixelWidth = x.scale();
		calibration.pixelHeight = y.scale();
		calibration.xOrigin = 0 - x.translation() / x.scale();
		calibration.yOrigin = 0 - y.translation() / y.scale();
		if (!x.unit().isEmpty()) calibration.setXUnit(unit(x));
		if (!y.unit().isEmpty()) calibration.setYUnit(unit(y));
		final ZarrAxis z = info.axis('Z');
		if (z != null) {
			calibration.pixelDepth = z.scale();
			calibration.zOrigin = 0 - z.translation() / z.scale();
			if (!z.unit().isEmpty()) calibration.setZUnit(unit(z));
		}
		final ZarrAxis t = info.axis('T');
		if (t == null || t.unit().isEmpty() && t.scale() == 1) return;
		calibration.frameInterval = t.scale();
		calibration.setTimeUnit(t.unit().equals("second") || t.unit().isEmpty() ? "sec" : t.unit());
	}

	/** By the name that ImageJ has for it. */
	private static String unit(final ZarrAxis axis) {
		return switch (axis.unit()) {
			case "micrometer" -> "micron";
			case "nanometer" -> "nm";
			case "millimeter" -> "mm";
			case "centimeter" -> "cm";
			default -> axis.unit();
		};
	}

	/** What an OME-Zarr says of planes, with what ImageJ says of their image. */
	static ZarrInfo of(final ImagePlus image, final Planes planes) {
		final Calibration calibration = image.getCalibration();
		final List<ZarrAxis> axes = new ArrayList<>();
		for (int d = 0; d < planes.size().length; d++) {
			final char letter = planes.order().axes().charAt(d);
			final long size = planes.size()[d];
			axes.add(switch (letter) {
				case 'X' -> axis(letter, size, calibration.pixelWidth, calibration.xOrigin, calibration.getXUnit());
				case 'Y' -> axis(letter, size, calibration.pixelHeight, calibration.yOrigin, calibration.getYUnit());
				case 'Z' -> axis(letter, size, calibration.pixelDepth, calibration.zOrigin, calibration.getZUnit());
				case 'T' -> calibration.frameInterval > 0 ? axis(letter, size, calibration.frameInterval, 0, calibration.getTimeUnit())
					: ZarrAxis.of(letter, size);
				default -> ZarrAxis.of(letter, size);
			});
		}
		final String title = image.getTitle() == null ? "" : image.getTitle();
		return new ZarrInfo(title, axes, planes.order().samples() >= 0 ? colours() : channels(image));
	}

	private static ZarrAxis axis(final char letter, final long size, final double scale, final double origin, final String unit) {
		if (!(scale > 0) || !Double.isFinite(scale)) return ZarrAxis.of(letter, size);
		return new ZarrAxis(letter, size, scale, Double.isFinite(origin) ? 0 - origin * scale : 0, unit);
	}

	private static List<ZarrChannel> colours() {
		final List<ZarrChannel> channels = new ArrayList<>();
		for (int c = 0; c < 3; c++)
			channels.add(new ZarrChannel(COLOURS.get(c), 0xff0000 >> 8 * c, 0, 255));
		return channels;
	}

	private static List<ZarrChannel> channels(final ImagePlus image) {
		final List<ZarrChannel> channels = new ArrayList<>();
		for (int c = 0; c < image.getNChannels(); c++) {
			final String name = ChannelNames.of(image, c);
			if (image instanceof CompositeImage composite) {
				final LUT lut = composite.getChannelLut(c + 1);
				channels.add(channel(image, name, composite.getMode() == IJ.GRAYSCALE ? null : lut, lut.min, lut.max));
			}
			else channels.add(channel(image, name, Pixels.isInteger(image) ? null : image.getProcessor().getColorModel(), image
				.getDisplayRangeMin(), image.getDisplayRangeMax()));
		}
		return channels;
	}

	private static ZarrChannel channel(final ImagePlus image, final String name, final ColorModel model, final double min,
		final double max)
	{
		final int less = image.getCalibration().isSigned16Bit() ? ZarrStack.SIGNED : 0;
		final int colour = model == null ? WHITE : model.getRGB(255) & WHITE;
		final boolean shown = max > min && !Pixels.isInteger(image);
		return new ZarrChannel(name == null ? "" : name, colour == WHITE || colour == 0 ? null : colour, shown ? min - less
			: Double.NaN, shown ? max - less : Double.NaN);
	}
}
