package org.zeroshotsr;

import net.imglib2.img.planar.PlanarImg;

/**
 * An enlarged image, of the input's type and axes, and how it came to be.
 *
 * @param <T> pixel type
 */
public record Result<T extends net.imglib2.type.NativeType<T>>(PlanarImg<T, ?> image, Report report) {}
