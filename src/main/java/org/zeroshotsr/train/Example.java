package org.zeroshotsr.train;

import org.zeroshotsr.image.Plane;

/**
 * One thing to learn from: a father (high resolution) and its son, already enlarged to the father's size.
 *
 * @param input  the enlarged son
 * @param target the father
 */
record Example(Plane input, Plane target) {}
