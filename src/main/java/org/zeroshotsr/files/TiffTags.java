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

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;

/** What a TIFF says of an image beside its pixels. */
final class TiffTags {

	private TiffTags() {}

	/** The tags of a file of these pixels that describe an image. */
	static List<TiffDirectory.Field> of(final TiffOutput pixels, final ImagePlus image, final Path name)
		throws IOException
	{
		if (!TiffShape.of(image, pixels.shape().width(), pixels.shape().height(), name).equals(pixels.shape()))
			throw new IllegalArgumentException(image + " does not describe " + pixels.shape());
		final FileInfo info = info(image);
		info.width = pixels.shape().width();
		info.height = pixels.shape().height();
		info.intelByteOrder = pixels.order() == ByteOrder.LITTLE_ENDIAN;
		if (OmeWriter.takes(name)) OmeWriter.prepare(info, image, pixels.fingerprint());
		return ImageJTags.written(info);
	}

	/** What ImageJ's FileSaver collects, which hides its errors and cannot be told to leave the image's title alone. */
	static FileInfo info(final ImagePlus image) {
		final FileInfo info = image.getFileInfo();
		final FileSaver saver = new FileSaver(image);
		// three 16-bit channels whose first label is "Red" would lose the other labels
		if (info.fileType == FileInfo.RGB48) info.fileType = FileInfo.GRAY16_UNSIGNED;
		info.info = image.getInfoProperty();
		info.description = saver.getDescriptionString();
		// a range of nothing, in which nothing could be seen
		if (image.getDisplayRangeMin() == image.getDisplayRangeMax()) info.description = info.description.replaceAll("(?m)^(min|max)=.*\n", "");
		if (info.fileType == FileInfo.GRAY16_UNSIGNED && info.nImages > 1 && !info.description.contains("images="))
			info.description = info.description.replaceFirst("\n", "\nimages=" + info.nImages + "\n");
		if (info.nImages > 1) {
			final ImageStack stack = image.getStack();
			info.sliceLabels = new String[info.nImages];
			for (int i = 0; i < info.nImages; i++)
				info.sliceLabels[i] = stack.getSliceLabel(i + 1);
		}
		else if (image.hasImageStack()) info.sliceLabels = new String[] { image.getStack().getSliceLabel(1) };
		else if (image.getProp("Slice_Label") != null) info.sliceLabels = new String[] { image.getProp("Slice_Label") };
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		info.overlay = FileSaver.getOverlay(image);
		info.properties = image.getPropertiesAsArray();
		if (image instanceof CompositeImage) saver.saveDisplayRangesAndLuts(image, info);
		return info;
	}
}
