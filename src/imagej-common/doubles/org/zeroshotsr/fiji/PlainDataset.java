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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.scijava.Context;

import net.imagej.Dataset;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.display.ColorTable;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Double of imagej-common's Dataset: keeps what it is given, and refuses what the real one refuses. */
final class PlainDataset implements Dataset {

	private final Context context;
	private final Img<RealType<?>> img;
	private final CalibratedAxis[] axes;
	private final Map<Integer, Double> minima = new HashMap<>();
	private final Map<Integer, Double> maxima = new HashMap<>();
	private final List<ColorTable> tables = new ArrayList<>();
	private final Map<String, Object> properties = new HashMap<>();
	private String name;
	private boolean rgb;
	private int bits;
	private int composite = 1;

	PlainDataset(final Context context, final Img<RealType<?>> img) {
		this.context = context;
		this.img = img;
		axes = new CalibratedAxis[img.numDimensions()];
		Arrays.fill(axes, ImageJCommon.axis("Unknown", null, 1, 0));
	}

	@Override
	public Context context() {
		return context;
	}

	@Override
	public Context getContext() {
		return context;
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public void setName(final String name) {
		this.name = name;
	}

	@Override
	public CalibratedAxis axis(final int d) {
		return axes[d];
	}

	@Override
	public void setAxis(final CalibratedAxis axis, final int d) {
		axes[d] = axis;
	}

	@Override
	public boolean isRGBMerged() {
		return rgb;
	}

	/** As the real one: three channels of 8 bit, or an error. */
	@Override
	public void setRGBMerged(final boolean merged) {
		boolean three = false;
		for (int d = 0; d < axes.length; d++)
			three |= axes[d].type().getLabel().equals("Channel") && dimension(d) == 3;
		if (merged && !(three && getType() instanceof UnsignedByteType)) throw new IllegalArgumentException(
			"This dataset is not color compatible");
		rgb = merged;
	}

	@Override
	public int getValidBits() {
		return bits;
	}

	@Override
	public void setValidBits(final int bits) {
		this.bits = bits;
	}

	@Override
	public double getChannelMinimum(final int c) {
		return minima.getOrDefault(c, Double.NaN);
	}

	@Override
	public void setChannelMinimum(final int c, final double min) {
		minima.put(c, min);
	}

	@Override
	public double getChannelMaximum(final int c) {
		return maxima.getOrDefault(c, Double.NaN);
	}

	@Override
	public void setChannelMaximum(final int c, final double max) {
		maxima.put(c, max);
	}

	@Override
	public int getCompositeChannelCount() {
		return composite;
	}

	@Override
	public void setCompositeChannelCount(final int count) {
		composite = count;
	}

	@Override
	public ColorTable getColorTable(final int no) {
		return no < tables.size() ? tables.get(no) : null;
	}

	@Override
	public void setColorTable(final ColorTable table, final int no) {
		tables.set(no, table);
	}

	@Override
	public void initializeColorTables(final int count) {
		tables.clear();
		for (int i = 0; i < count; i++)
			tables.add(null);
	}

	@Override
	public int getColorTableCount() {
		return tables.size();
	}

	@Override
	public Map<String, Object> getProperties() {
		return properties;
	}

	@Override
	public RealType<?> getType() {
		return img.getType();
	}

	@Override
	public int numDimensions() {
		return img.numDimensions();
	}

	@Override
	public long min(final int d) {
		return img.min(d);
	}

	@Override
	public long max(final int d) {
		return img.max(d);
	}

	@Override
	public RandomAccess<RealType<?>> randomAccess() {
		return img.randomAccess();
	}

	@Override
	public RandomAccess<RealType<?>> randomAccess(final Interval interval) {
		return img.randomAccess(interval);
	}

	@Override
	public Cursor<RealType<?>> cursor() {
		return img.cursor();
	}

	@Override
	public Cursor<RealType<?>> localizingCursor() {
		return img.localizingCursor();
	}

	@Override
	public Iterator<RealType<?>> iterator() {
		return img.iterator();
	}

	@Override
	public long size() {
		return img.size();
	}

	@Override
	public Object iterationOrder() {
		return img.iterationOrder();
	}

	@Override
	public ImgFactory<RealType<?>> factory() {
		return img.factory();
	}

	@Override
	public Img<RealType<?>> copy() {
		return img.copy();
	}
}
