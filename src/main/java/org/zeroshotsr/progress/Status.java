package org.zeroshotsr.progress;

/**
 * Where a run is.
 *
 * @param stage       what is being done, in words for the user
 * @param plane       the plane being done, from 1
 * @param planes      how many planes there are
 * @param step        steps (or tiles) of this stage that are done
 * @param steps       steps of this stage, as far as is known
 * @param loss        mean training loss of the last steps in working units, NaN outside training
 * @param gain        dB that the network gains over bicubic on the image's own shrunken copy, NaN while unknown
 * @param secondsLeft estimate for the whole run, NaN while unknown
 */
public record Status(String stage, int plane, int planes, int step, int steps, double loss, double gain,
	double secondsLeft)
{}
