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
package org.zeroshotsr.fiji;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import ij.ImagePlus;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.LinearAxis;
import net.imglib2.Dimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.Source;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;

/**
 * A Dataset without an ImageJ window. Kept are axes, calibration, names, colour tables, display ranges, composite
 * channels, merged RGB and those properties that do not speak of the size. The pixel size is divided by the factor; the
 * calibrated place of the corner, which is what the origin of a LinearAxis is, stays, as it does in Image &gt; Scale.
 *
 * @param <T> pixel type
 */
final class DatasetSource<T extends RealType<T> & NativeType<T>> implements Source<T, Dataset> {

	/** imglib2-roi's selections, whose coordinates are those of the small image. */
	static final String ROIS = "rois";
	/** ImageJ's own image, and tables of what was measured in it: both are the small image's. */
	private static final Set<String> ITS_OWN = Set.of(ROIS, "tables", "ij1-image-plus");
	/** Keys of sizes in pixels, and of pixels, as file formats have them, without dots, blanks and such. */
	private static final Pattern SIZES = Pattern.compile("(image|plane|thumb(nail)?|tile)?(width|height|length|size[xyzct]?|" +
		"dim(ension)?s?[xy]?)|(physicalsize|pixel(size|width|height|spacing)|resolution|spacing|scale|voxelsize)[xy]?|" +
		"[xy]resolution|planesize|planecount|imagemetadata|bounds");
	/** Where the line goes that says how an image was made. */
	static final String RECORD = "Zero-Shot SR";

	private static final List<String> LABELS = List.of("X", "Y", "Channel", "Z", "Time");
	private static final String LETTERS = "XYCZT";
	/** For axes of other names, each of which is done like time. */
	private static final String OTHERS = "ABDEFGHIJKLMNOPQRUVW";

	private final Dataset dataset;
	private final DatasetService datasets;
	private final String axes;

	private DatasetSource(final Dataset dataset, final DatasetService datasets) {
		this.dataset = dataset;
		this.datasets = datasets;
		axes = axes(dataset);
	}

	/**
	 * @throws IllegalArgumentException where X or Y is missing, calibrated by a curve, or the pixel type is not a native
	 *           one
	 */
	static DatasetSource<?> of(final Dataset dataset, final DatasetService datasets) {
		if (!(dataset.getType() instanceof NativeType)) throw new BadInput("the image's pixels are of type " +
			dataset.getType().getClass().getSimpleName() + "; convert it to 8, 16 or 32 bit first");
		return new DatasetSource<>(dataset, datasets);
	}

	private static String axes(final Dataset dataset) {
		final StringBuilder letters = new StringBuilder();
		int others = 0;
		for (int d = 0; d < dataset.numDimensions(); d++) {
			final String label = dataset.axis(d).type().getLabel();
			final int known = LABELS.indexOf(label);
			if (known < 0 || letters.indexOf(LETTERS.substring(known, known + 1)) >= 0) letters.append(OTHERS.charAt(others++));
			else letters.append(LETTERS.charAt(known));
			if (known >= 0 && known < 2 && !(dataset.axis(d) instanceof LinearAxis)) throw new BadInput("the " +
				label + " axis is calibrated by a curve; give it one pixel size (Image > Properties) first");
		}
		if (letters.indexOf("X") < 0 || letters.indexOf("Y") < 0) throw new BadInput(
			"the image has no X or no Y axis; name its axes first");
		return dataset.isRGBMerged() ? letters.toString().replace('C', 'S') : letters.toString();
	}

	@Override
	@SuppressWarnings("unchecked")
	public RandomAccessibleInterval<T> pixels() {
		return (RandomAccessibleInterval<T>) (RandomAccessibleInterval<?>) dataset;
	}

	@Override
	public String axes() {
		return axes;
	}

	@Override
	public Acquisition acquisition() {
		final LinearAxis y = (LinearAxis) dataset.axis(axes.indexOf('Y'));
		final LinearAxis x = (LinearAxis) dataset.axis(axes.indexOf('X'));
		final PixelSize pixel = PixelSize.of(y.scale(), y.unit(), x.scale(), x.unit());
		final int z = axes.indexOf('Z');
		final boolean known = z >= 0 && dataset.dimension(z) > 1 && dataset.axis(z) instanceof LinearAxis;
		return Acquisition.of(pixel, known ? PixelSize.length(((LinearAxis) dataset.axis(z)).scale(), dataset.axis(z).unit())
			: Double.NaN);
	}

	@Override
	public List<String> notes() {
		return dataset.getProperties().containsKey(ROIS) ? List.of(
			"the selections stored with the image are not scaled; the result has none") : List.of();
	}

	@Override
	public String title() {
		return dataset.getName();
	}

	@Override
	public Dataset enlarged(final PlanarImg<T, ?> result, final Growth growth, final String title,
		final String record)
	{
		final Dataset large = datasets.create(result);
		describe(large, growth, title);
		large.setRGBMerged(dataset.isRGBMerged());
		large.setValidBits(dataset.getValidBits());
		large.setCompositeChannelCount(dataset.getCompositeChannelCount());
		large.initializeColorTables(dataset.getColorTableCount());
		for (int i = 0; i < dataset.getColorTableCount(); i++)
			large.setColorTable(dataset.getColorTable(i), i);
		for (int c = 0; c < channels(); c++) {
			large.setChannelMinimum(c, dataset.getChannelMinimum(c));
			large.setChannelMaximum(c, dataset.getChannelMaximum(c));
		}
		final Map<String, Object> properties = large.getProperties();
		dataset.getProperties().forEach((key, value) -> {
			if (!isOfTheOldSize(key, value)) properties.put(key, value);
		});
		if (record != null) properties.put(RECORD, record);
		return large;
	}

	/** Whether a property speaks of the small image's size, pixels or places, and not of the sample and how it was taken. */
	private static boolean isOfTheOldSize(final String key, final Object value) {
		// SCIFIO's metadata of the file, whose sizes other commands believe
		if (key.startsWith("scifio.") || value != null && value.getClass().getName().startsWith("io.scif.")) return true;
		return value instanceof Dimensions || value instanceof ImagePlus || ITS_OWN.contains(key) || SIZES.matcher(key
			.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).matches();
	}

	private void describe(final Dataset large, final Growth growth, final String title) {
		for (int d = 0; d < dataset.numDimensions(); d++)
			large.setAxis(scaled(dataset.axis(d), axes.charAt(d), growth), d);
		large.setName(title);
	}

	@Override
	public Dataset map(final PlanarImg<FloatType, ?> map, final Growth growth, final String title, final String record) {
		final Dataset large = datasets.create(map);
		describe(large, growth, title);
		large.getProperties().put(RECORD, record);
		return large;
	}

	@Override
	public Dataset kernels(final PlanarImg<FloatType, ?> kernels, final Factor factor, final String title) {
		final Dataset image = datasets.create(kernels);
		image.setAxis(scaled(dataset.axis(axes.indexOf('X')), 'X', Growth.of(factor)), 0);
		image.setAxis(scaled(dataset.axis(axes.indexOf('Y')), 'Y', Growth.of(factor)), 1);
		image.setName(title);
		return image;
	}

	private static CalibratedAxis scaled(final CalibratedAxis axis, final char letter, final Growth growth) {
		final CalibratedAxis copy = axis.copy();
		final Factor factor = growth.planes();
		if (letter == 'Z' && growth.depth() != 1 && copy instanceof LinearAxis) {
			// the middle of the first slice moves
			((LinearAxis) copy).setOrigin(((LinearAxis) axis).origin() + ((LinearAxis) axis).scale() * (1 / growth.depth() - 1) / 2);
			((LinearAxis) copy).setScale(((LinearAxis) axis).scale() / growth.depth());
		}
		if (letter == 'X') ((LinearAxis) copy).setScale(((LinearAxis) axis).scale() / factor.columns());
		if (letter == 'Y') ((LinearAxis) copy).setScale(((LinearAxis) axis).scale() / factor.rows());
		return copy;
	}

	private long channels() {
		final int c = Math.max(axes.indexOf('C'), axes.indexOf('S'));
		return c < 0 ? 1 : dataset.dimension(c);
	}
}
