package net.imagej;

import net.imagej.axis.CalibratedAxis;
import net.imagej.interval.CalibratedRealInterval;
import org.scijava.Contextual;
import org.scijava.Named;

public interface Data extends CalibratedRealInterval<CalibratedAxis>, Contextual, Named {}
