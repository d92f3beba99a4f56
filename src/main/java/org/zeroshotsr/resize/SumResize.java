package org.zeroshotsr.resize;

import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** The sum of resizes between the same sizes. */
final class SumResize implements Resize {

	private final List<Resize> parts;

	SumResize(final List<Resize> parts) {
		this.parts = parts;
	}

	@Override
	public int inHeight() {
		return parts.get(0).inHeight();
	}

	@Override
	public int inWidth() {
		return parts.get(0).inWidth();
	}

	@Override
	public int outHeight() {
		return parts.get(0).outHeight();
	}

	@Override
	public int outWidth() {
		return parts.get(0).outWidth();
	}

	@Override
	public void apply(final Plane in, final Plane out) {
		parts.get(0).apply(in, out);
		for (final Resize part : parts.subList(1, parts.size()))
			part.addTo(in, out);
	}

	@Override
	public void addTo(final Plane in, final Plane out) {
		for (final Resize part : parts)
			part.addTo(in, out);
	}

	@Override
	public Resize window(final Window in, final Window out) {
		return new SumResize(parts.stream().map(part -> part.window(in, out)).toList());
	}
}
