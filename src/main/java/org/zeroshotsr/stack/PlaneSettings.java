package org.zeroshotsr.stack;

import java.util.List;

import org.zeroshotsr.enlarge.EnlargeSettings;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.TrainingSettings;

/**
 * How each plane is done: trained and enlarged once for every stage, the factors of which grow to the wanted one.
 *
 * @param stages   factors, one or (gradual) several
 * @param training for any stage: its factor is replaced by the stage's
 * @param enlarge  for any stage: its factor is replaced by the stage's
 */
public record PlaneSettings(List<Factor> stages, TrainingSettings training, EnlargeSettings enlarge) {}
