package org.zeroshotsr.fiji;

import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.LinearAxis;

/** What tests need of imagej-common beside its interfaces: here doubles, where the real thing cannot be had. */
final class ImageJCommon {

	private ImageJCommon() {}

	static CalibratedAxis axis(final String label, final String unit, final double scale, final double origin) {
		return new PlainAxis(() -> label, unit, scale, origin);
	}

	private static final class PlainAxis implements LinearAxis {

		private final AxisType type;
		private final String unit;
		private double scale;
		private double origin;

		PlainAxis(final AxisType type, final String unit, final double scale, final double origin) {
			this.type = type;
			this.unit = unit;
			this.scale = scale;
			this.origin = origin;
		}

		@Override
		public AxisType type() {
			return type;
		}

		@Override
		public String unit() {
			return unit;
		}

		@Override
		public double calibratedValue(final double rawValue) {
			return origin + scale * rawValue;
		}

		@Override
		public void setScale(final double scale) {
			this.scale = scale;
		}

		@Override
		public double scale() {
			return scale;
		}

		@Override
		public void setOrigin(final double origin) {
			this.origin = origin;
		}

		@Override
		public double origin() {
			return origin;
		}

		@Override
		public LinearAxis copy() {
			return new PlainAxis(type, unit, scale, origin);
		}
	}
}
