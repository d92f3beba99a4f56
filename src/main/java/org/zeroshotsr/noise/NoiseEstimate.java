package org.zeroshotsr.noise;

import java.util.List;

/**
 * What {@link NoiseEstimator} found in an image.
 *
 * @param model      the noise in grey levels; of a JPEG-compressed image at least Gaussian noise of a fixed part of its range
 * @param slope      of the line variance = slope x mean + intercept, in grey levels; the gain
 * @param intercept  of that line, in grey levels squared: read noise squared - gain x offset, so negative for most cameras
 * @param points     what the line was fitted to, by growing mean; none where no noise was found
 * @param blocks     how many homogeneous blocks of the image went into the points
 * @param structured whether structure is everywhere, so that nothing tells noise from it: the model, below the points, is no
 *                   more than the finest detail allows
 * @param compressed whether the image shows the blocks of JPEG
 */
public record NoiseEstimate(NoiseModel model, double slope, double intercept, List<Point> points, int blocks,
	boolean structured, boolean compressed)
{

	/**
	 * Blocks of like intensity.
	 *
	 * @param mean     their mean, grey levels
	 * @param variance their noise's variance, grey levels squared
	 * @param blocks   how many
	 */
	public record Point(double mean, double variance, int blocks) {}
}
