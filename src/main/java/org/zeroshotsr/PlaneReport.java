package org.zeroshotsr;

import java.util.List;

import org.zeroshotsr.train.Training;

/**
 * What happened to one plane.
 *
 * @param position  its place along each axis but X, Y and S, counted from 0, such as "C0 Z3"; empty for a single plane
 * @param warm      whether it went on from the weights of the plane before
 * @param constant  whether it held one value alone, and so was not trained on
 * @param steps     training steps in all stages
 * @param gain      dB gained over bicubic on the plane's own shrunken copy (last stage); NaN without training
 * @param rms       root mean square difference of the input and the shrunken result, in grey levels
 * @param saturated samples of the result cut off at the type's range
 * @param holes     input samples that were no numbers
 * @param seconds   wall-clock time
 * @param trainings the curves of each stage
 */
public record PlaneReport(String position, boolean warm, boolean constant, int steps, double gain, double rms,
	long saturated, int holes, double seconds, List<Training> trainings)
{}
