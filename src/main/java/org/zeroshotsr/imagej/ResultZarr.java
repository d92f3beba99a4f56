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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.zeroshotsr.Report;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.zarr.ZarrInfo;
import org.zeroshotsr.zarr.ZarrType;
import org.zeroshotsr.zarr.ZarrWriter;

/** An enlarged image that goes into an OME-Zarr; merged colours become channels. */
public final class ResultZarr implements ResultTarget {

	private final Path name;
	private final ZarrWriter writer;
	/** What ImageJ has added to the values. */
	private final int signed;
	/** Of each axis of the Zarr, the engine's; -1 where there is none, as it is of length 1. */
	private final int[] axes;

	private ResultZarr(final ZarrWriter writer, final ZarrInfo info, final ZarrType type, final String axes, final Path name) {
		this.writer = writer;
		this.name = name;
		signed = type == ZarrType.INT16 ? ZarrStack.SIGNED : 0;
		this.axes = info.letters().chars().map(axes::indexOf).toArray();
	}

	/** How a folder is begun. */
	public enum Begin {
		/** In place of a Zarr that may be there. */
		AGAIN,
		/** What is there is gone on with. */
		GO_ON,
		/** The same, by several tasks, the first of which makes it. */
		TOGETHER
	}

	/**
	 * @param folder while it is being written
	 * @param name   what it will be called
	 * @throws IOException if it cannot be written, or is not there to go on with
	 * @throws org.zeroshotsr.image.BadInput if what is there is of another image
	 */
	public static ResultZarr of(final ImageInput input, final Growth growth, final Path folder, final Path name,
		final Begin begin) throws IOException
	{
		final Factor factor = growth.planes();
		final Planes planes = input.planes();
		final int z = planes.order().axes().indexOf('Z');
		final long slices = z < 0 ? 1 : growth.slices(Math.toIntExact(planes.size()[z]));
		final ZarrInfo info = (input.zarr() == null ? ZarrMetadata.of(input.image(), planes) : input.zarr()).enlarged(factor.rows(),
			factor.columns(), factor.height(planes.height()), factor.width(planes.width())).deeper(growth.depth(), slices);
		final ZarrType type = type(input);
		final ZarrWriter writer = switch (begin) {
			case AGAIN -> ZarrWriter.create(folder, info, type, true);
			case GO_ON -> ZarrWriter.open(folder, info, type);
			case TOGETHER -> ZarrWriter.join(folder, info, type);
		};
		return new ResultZarr(writer, info, type, planes.order().axes(), name);
	}

	private static ZarrType type(final ImageInput input) {
		final RealType<?> type = input.planes().type();
		if (type instanceof UnsignedByteType) return ZarrType.UINT8;
		if (!(type instanceof UnsignedShortType)) return ZarrType.FLOAT32;
		return input.image().getCalibration().isSigned16Bit() ? ZarrType.INT16 : ZarrType.UINT16;
	}

	@Override
	public boolean takesAnyOrder() {
		return false;
	}

	@Override
	public long write(final long[] position, final int y, final int x, final Plane part) {
		try {
			return writer.write(at(position), y, x, signed == 0 ? part : signed(part));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(name + " cannot be written: " + e.getMessage(), e);
		}
	}

	/** Rounded first, as small numbers lose digits. */
	private Plane signed(final Plane part) {
		final Plane lower = new Plane(part.channels, part.height, part.width);
		for (int i = 0; i < part.data.length; i++)
			lower.data[i] = (float) (Math.rint(part.data[i]) - signed);
		return lower;
	}

	private long[] at(final long[] position) {
		return Arrays.stream(axes).mapToLong(axis -> axis < 0 ? 0 : position[axis]).toArray();
	}

	/** Nothing: a chunk is on the disk as soon as it is whole. */
	@Override
	public void sync() {}

	@Override
	public boolean isWhole(final long[] position) {
		return writer.isWhole(at(position));
	}

	@Override
	public boolean keepsWholePlanes() {
		return true;
	}

	/** How the image was made goes into its attributes. */
	@Override
	public void finish(final Report report) throws IOException {
		final ObjectNode record = (ObjectNode) new ObjectMapper().readTree(report.record().json());
		final ArrayNode estimates = record.putArray("estimates");
		report.estimates().forEach(estimates::add);
		writer.finish(record);
	}

	/** A plane that is not whole will have to be written again. */
	@Override
	public void close() {
		writer.close();
	}
}
