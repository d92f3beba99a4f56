package org.zeroshotsr.fiji;

import net.imagej.axis.Axes;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;

/** What tests need of imagej-common beside its interfaces: here the real thing. */
final class ImageJCommon {

	private ImageJCommon() {}

	static CalibratedAxis axis(final String label, final String unit, final double scale, final double origin) {
		return new DefaultLinearAxis(Axes.get(label), unit, scale, origin);
	}
}
