package org.zeroshotsr.image;

/**
 * Float samples of one image plane, one after another by channel: sample (c, y, x) is {@code data[(c * height + y) *
 * width + x]}. A grey plane has one channel, an RGB plane three. The array is shared, not copied.
 */
public final class Plane {

	public final int channels;
	public final int height;
	public final int width;
	public final float[] data;

	/** A plane of zeros. */
	public Plane(final int channels, final int height, final int width) {
		this(channels, height, width, new float[Math.toIntExact((long) channels * height * width)]);
	}

	/** A plane over {@code data}, whose length must be channels x height x width. */
	public Plane(final int channels, final int height, final int width, final float[] data) {
		if (channels < 1 || height < 1 || width < 1)
			throw new IllegalArgumentException("a plane needs at least one channel, row and column, not " + channels +
				" x " + height + " x " + width);
		if (data.length != (long) channels * height * width)
			throw new IllegalArgumentException(data.length + " samples for a plane of " + channels + " x " + height +
				" x " + width);
		this.channels = channels;
		this.height = height;
		this.width = width;
		this.data = data;
	}

	public float get(final int c, final int y, final int x) {
		return data[(c * height + y) * width + x];
	}

	public Plane copy() {
		return new Plane(channels, height, width, data.clone());
	}

	/** The part inside {@code window}, copied; the window must lie within the plane. */
	public Plane crop(final Window window) {
		if (window.y() < 0 || window.x() < 0 || window.y() + window.height() > height || window.x() + window
			.width() > width) throw new IllegalArgumentException(window + " is not inside " + height + " x " + width);
		final Plane part = new Plane(channels, window.height(), window.width());
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < part.height; y++)
				System.arraycopy(data, (c * height + window.y() + y) * width + window.x(), part.data, (c *
					part.height + y) * part.width, part.width);
		return part;
	}
}
