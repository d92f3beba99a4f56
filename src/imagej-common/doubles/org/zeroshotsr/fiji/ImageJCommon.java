/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
