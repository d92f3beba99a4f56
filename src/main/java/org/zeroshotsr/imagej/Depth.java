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
package org.zeroshotsr.imagej;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Kernel;

/** Completes what is to be done along z with what the image's calibration and metadata tell. */
final class Depth {

	private static final double MOST = 16;
	/** A factor that is so near to a whole one is that: sizes are stored with few digits. */
	private static final double WHOLE = 0.005;
	/** A Gaussian of more slices of the result is no finer than before. */
	private static final double BLURRED = 1.5;

	private Depth() {}

	/**
	 * The options with the factor and the kernel along z ready.
	 *
	 * @throws BadInput where the image does not tell what is needed
	 */
	static Options complete(final Options options, final Acquisition taken, final Consumer<String> notes) {
		if (!options.enlargesZ()) return options;
		final Options scaled = options.zScale() == null ? scaled(options, taken, notes) : options;
		if (!scaled.enlargesZ()) return scaled;
		final Options complete = scaled.isAxialKernelAutomatic() ? automatic(scaled, taken, notes) : optics(scaled, taken, notes);
		final Kernel kernel = complete.axialRecipe(0).kernel();
		if (kernel instanceof AxialKernel axial && axial.sigma() * complete.zScale() > BLURRED) notes.accept(String.format(Locale.ROOT,
			"z-kernel: along z the microscope's blur (a Gaussian of %.2g slices) is much longer than the slices asked for: there will be more of them, and not as much more to see",
			axial.sigma()));
		return complete;
	}

	/** Voxels as deep as they are wide in the result. */
	private static Options scaled(final Options options, final Acquisition taken, final Consumer<String> notes) {
		if (!taken.pixel().known() || Double.isNaN(taken.depth())) throw new BadInput("z-scale: auto needs pixel size and slice distance " +
			"in a unit of length, which the image's calibration does not tell; set them (Image > Properties), or give the factor");
		final double factor = taken.depth() / taken.pixel().columns() * options.scale().columns();
		final double whole = Math.rint(factor);
		final double rounded = Math.abs(factor / whole - 1) < WHOLE ? whole : new BigDecimal(factor).round(new MathContext(4)).doubleValue();
		final String sizes = String.format(Locale.ROOT, "slices are %.4g micrometres apart and pixels of the result %.4g wide", taken
			.depth(), taken.pixel().columns() / options.scale().columns());
		if (rounded < 1 || rounded == 1 && !options.enlargesPlanes()) throw new BadInput("z-scale: " + sizes +
			", so that there is nothing to enlarge along z; leave z-scale out");
		if (rounded > MOST) throw new BadInput("z-scale: " + sizes + ", which would be a factor of " + rounded + ", and " + (int) MOST +
			" is the most; give a factor");
		final String text = new BigDecimal(rounded).round(new MathContext(6)).stripTrailingZeros().toPlainString();
		notes.accept("z-scale: " + text + ", as " + sizes);
		return options.with(Option.Z_SCALE, text);
	}

	/** The optics where the metadata tell all of them; else slices are taken to be as thick as they are apart. */
	private static Options automatic(final Options options, final Acquisition taken, final Consumer<String> notes) {
		return taken.aperture() == null || taken.emissions().isEmpty() || Double.isNaN(taken.depth()) ? options.with(Option.Z_KERNEL,
			Option.Z_KERNEL.defaultValue()) : optics(options.with(Option.Z_KERNEL, "optics"), taken, notes);
	}

	private static Options optics(final Options options, final Acquisition taken, final Consumer<String> notes) {
		final List<String> needed = options.missingAxialOptics();
		if (needed.isEmpty()) return options;
		final List<String> values = new ArrayList<>();
		if (needed.contains("NA") && taken.aperture() != null) {
			values.add("NA=" + taken.aperture());
			if (taken.index() != null && !options.get(Option.Z_KERNEL).matches("(?i).*\\bn\\s*=.*")) values.add("N=" + taken.index());
		}
		if (needed.contains("EM") && !taken.emissions().isEmpty()) values.add("EM=" + String.join("/", taken.emissions()));
		if (needed.contains("DEPTH") && !Double.isNaN(taken.depth())) values.add("DEPTH=" + taken.depth());
		final Options complete = options.withAxialOptics(values);
		if (complete.missingAxialOptics().isEmpty()) {
			notes.accept("z-kernel: " + complete.get(Option.Z_KERNEL) + ", completed from the image's metadata");
			return complete;
		}
		final String lack = "the image's metadata do not tell " + String.join(", ", complete.missingAxialOptics());
		if (!options.isPresets(Option.Z_KERNEL)) throw new BadInput("z-kernel: " + options.get(Option.Z_KERNEL) + " is not complete, and " +
			lack + "; write it as in optics:NA=1.4,EM=520,DEPTH=0.5, where DEPTH is the distance of slices in micrometres");
		notes.accept("z-kernel: " + lack + ", so the preset " + options.get(Option.PRESET) + " takes " + Option.Z_KERNEL.defaultValue());
		return options.with(Option.Z_KERNEL, Option.Z_KERNEL.defaultValue());
	}
}
