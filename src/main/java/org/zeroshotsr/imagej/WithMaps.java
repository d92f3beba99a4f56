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
import java.util.List;
import java.util.Map;

import org.zeroshotsr.Report;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;

/** A result and its maps, each in a place of its own. */
public final class WithMaps implements ResultTarget {

	private final ResultTarget result;
	private final Map<Layer, ResultFile> maps;

	public WithMaps(final ResultTarget result, final Map<Layer, ResultFile> maps) {
		this.result = result;
		this.maps = maps;
	}

	@Override
	public long write(final long[] position, final int y, final int x, final Plane part) {
		return result.write(position, y, x, part);
	}

	@Override
	public List<Layer> maps() {
		return List.copyOf(maps.keySet());
	}

	@Override
	public void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {
		maps.get(map).write(position, y, x, part);
	}

	@Override
	public boolean takesAnyOrder() {
		return result.takesAnyOrder();
	}

	@Override
	public void sync() throws IOException {
		result.sync();
		for (final ResultFile map : maps.values())
			map.sync();
	}

	@Override
	public boolean isWhole(final long[] position) {
		return result.isWhole(position);
	}

	@Override
	public boolean keepsWholePlanes() {
		return result.keepsWholePlanes();
	}

	@Override
	public void finish(final Report report) throws IOException {
		result.finish(report);
		for (final ResultFile map : maps.values())
			map.finish(report);
	}

	@Override
	public void close() throws IOException {
		try {
			result.close();
		}
		finally {
			for (final ResultFile map : maps.values())
				map.close();
		}
	}
}
