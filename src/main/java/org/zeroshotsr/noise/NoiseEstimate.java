package org.zeroshotsr.noise;

import java.util.List;

/**
 * What {@link NoiseEstimator} found in an image.
 *
 * @param model      the noise in grey levels
 * @param slope      of the line variance = slope x mean + intercept, in grey levels
 * @param intercept  of that line, in grey levels squared; negative where the dark level is above 0
 * @param points     the measured points that the line was fitted to, by growing mean
 * @param blocks     how many homogeneous blocks of the image went into them
 * @param correlated whether neighbouring samples share their noise, as in an image that was interpolated, denoised or
 *                   compressed: then the model tells too little
 */
public record NoiseEstimate(NoiseModel model, double slope, double intercept, List<Point> points, int blocks,
	boolean correlated)
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
