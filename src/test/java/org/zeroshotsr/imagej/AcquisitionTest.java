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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;

class AcquisitionTest {

	private static ImagePlus image(final int channels, final String info) {
		final ImagePlus image = IJ.createHyperStack("cells", 16, 16, channels, 1, 1, 16);
		if (info != null) image.setProperty("Info", info);
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.2;
		return image;
	}

	/** As Bio-Formats writes the metadata of a CZI file. */
	private static final String ZEISS = "Information|Image|Channel|EmissionWavelength #1 = 509\n" +
		"Information|Image|Channel|EmissionWavelength #2 = 0.603\nInformation|Instrument|Objective|LensNA #1 = 1.4\n" +
		"Information|Instrument|Objective|LensNAUnit = x\nInformation|Image|ObjectiveSettings|RefractiveIndex #1 = 1.518\n";
	/** As in the description of an OME-TIFF. */
	private static final String OME = "<OME><Instrument><Objective ID=\"Objective:0\" LensNA=\"0.75\" Immersion=\"Air\"/>" +
		"</Instrument><Channel EmissionWavelength=\"525.0\" ExcitationWavelength=\"488.0\"/></OME>";

	@Test
	void readsWhatTheInfoSays() {
		final Acquisition zeiss = Acquisition.of(image(2, ZEISS));
		assertEquals("1.4", zeiss.aperture());
		assertEquals(List.of("509", "603.0"), zeiss.emissions());
		assertEquals("1.518", zeiss.index());
		assertEquals(new PixelSize(0.2, 0.2), zeiss.pixel());
		final Acquisition ome = Acquisition.of(image(1, OME));
		assertEquals("0.75", ome.aperture());
		assertEquals(List.of("525.0"), ome.emissions());
		assertEquals(List.of("525.0"), Acquisition.of(image(3, OME)).emissions(), "one for all channels");
		assertEquals("1.2", Acquisition.of(image(1, "Numerical Aperture: 1.2\n")).aperture());
		assertEquals(List.of(), Acquisition.of(image(3, ZEISS)).emissions(), "two for three channels");
		assertEquals(Acquisition.of(new PixelSize(0.2, 0.2)), Acquisition.of(image(1, null)));
		assertEquals(Acquisition.of(new PixelSize(0.2, 0.2)), Acquisition.of(image(1, "LensNA = 0\nThe emission was 5")));
	}

	/** A record of an enlargement holds names of files, and the kernel that it was made with. */
	@Test
	void whatThisProgramWroteIsNoMetadata() {
		final String own = "RUN Zero-Shot SR 0.2: kernel=file:LensNA=0.3.tif\nSlice 2: RUN Zero-Shot SR 0.2: kernel=file:LensNA=0.4.tif\n" +
			"RECORD Zero-Shot SR {\"input\":{\"name\":\"emission wavelength 5=7\"}}\n";
		assertEquals(Acquisition.of(image(2, ZEISS)), Acquisition.of(image(2, own + ZEISS + own)));
	}

	@Test
	void thePresetTakesTheOpticsFromTheMetadata() {
		final List<String> notes = new ArrayList<>();
		final Options microscopy = Options.defaults().with(Option.PRESET, "microscopy");
		final Options ready = KernelFile.read(microscopy, Acquisition.of(image(2, ZEISS)), notes::add);
		assertEquals("optics:NA=1.4,N=1.518,EM=509/603.0,PIXEL=0.2", ready.get(Option.KERNEL));
		assertTrue(notes.get(0).contains("optics:NA=1.4"), notes.toString());
		notes.clear();
		final Options unknown = KernelFile.read(microscopy, Acquisition.of(image(1, "LensNA = 1.4")), notes::add);
		assertEquals("bicubic", unknown.get(Option.KERNEL));
		assertTrue(notes.get(0).contains("do not tell EM (the emission wavelength in nm)"), notes.toString());
		// as a dialog gives it, with everything that the preset sets
		assertEquals("bicubic", KernelFile.read(Options.defaults().with(microscopy.toMap()), Acquisition.of(image(1, null)),
			notes::add).get(Option.KERNEL));
		// what was asked for is not replaced
		final Options asked = Options.defaults().with(Option.KERNEL, "optics");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> KernelFile.read(asked, Acquisition.of(image(1, null)),
			notes::add)).getMessage().contains("NA, EM (the numerical aperture, the emission"));
		assertEquals("optics:NA=0.9,EM=525.0,PIXEL=0.2", KernelFile.read(Options.defaults().with(Option.KERNEL,
			"optics:NA=0.9"), Acquisition.of(image(1, OME)), notes::add).get(Option.KERNEL));
	}

	private static ImagePlus stack(final double depth, final String unit, final String info) {
		final ImagePlus image = IJ.createImage("", "8-bit", 8, 8, 7);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.2;
		image.getCalibration().pixelDepth = depth;
		image.getCalibration().setUnit(unit);
		if (info != null) image.setProperty("Info", info);
		return image;
	}

	private static Options deep(final ImagePlus image, final List<String> notes, final String... options) {
		Options deep = Options.defaults().with(Option.Z_SCALE, "auto");
		for (int i = 0; i < options.length; i += 2)
			deep = deep.with(Map.of(options[i], options[i + 1]));
		return KernelFile.read(deep, Acquisition.of(image), notes::add);
	}

	@Test
	void theCalibrationTellsHowDeep() {
		final List<String> notes = new ArrayList<>();
		assertEquals("4", deep(stack(0.8001, "micron", null), notes, "scale", "1").get(Option.Z_SCALE));
		assertTrue(notes.get(0).startsWith("z-scale: 4, as slices are 0.8001 micrometres apart"), notes.toString());
		assertEquals("8", deep(stack(0.8, "um", null), notes).get(Option.Z_SCALE), "with planes of twice the pixels");
		assertEquals("3.123", deep(stack(0.62465, "um", null), notes, "scale", "1").get(Option.Z_SCALE));
		assertFalse(deep(stack(0.1, "um", null), notes, "scale", "2").enlargesZ(), "as deep as wide after that");
		for (final Object[] wrong : new Object[][] { { 0.2, "um", "nothing to enlarge along z" }, { 0.15, "um", "nothing to enlarge" }, { 4.0,
			"um", "16 is the most" }, { 0.8, "pixel", "does not tell" } })
			assertTrue(assertThrows(BadInput.class, () -> deep(stack((Double) wrong[0], (String) wrong[1], null), notes, "scale", "1"))
				.getMessage().contains((String) wrong[2]));
	}

	@Test
	void theMetadataTellTheBlurAlongZ() {
		final List<String> notes = new ArrayList<>();
		final ImagePlus zeiss = stack(0.8, "um", "LensNA = 1.2\nRefractive Index = 1.33\nEmission Wavelength = 520");
		assertEquals("optics:NA=1.2,N=1.33,EM=520,DEPTH=0.8", deep(zeiss, notes, "scale", "1").get(Option.Z_KERNEL));
		assertEquals("binned", deep(stack(0.8, "um", null), notes, "scale", "1").get(Option.Z_KERNEL));
		assertEquals("sampled", deep(zeiss, notes, "scale", "1", "z-kernel", "sampled").get(Option.Z_KERNEL));
		notes.clear();
		assertEquals("binned", deep(stack(0.8, "um", null), notes, "scale", "1", "preset", "microscopy").get(Option.Z_KERNEL));
		assertTrue(notes.toString().contains("do not tell NA, EM"), notes.toString());
		assertTrue(assertThrows(BadInput.class, () -> deep(stack(0.8, "um", null), notes, "scale", "1", "z-kernel", "optics")).getMessage()
			.contains("DEPTH=0.5"));
		notes.clear();
		deep(stack(0.8, "um", null), notes, "scale", "1", "z-kernel", "optics:NA=0.5,N=1,EM=520");
		assertTrue(notes.toString().contains("not as much more to see"), notes.toString());
	}

	/** By default the optics are taken where the metadata tell all of them, and nothing is said where they do not. */
	@Test
	void theDefaultTakesCompleteOptics() {
		final List<String> notes = new ArrayList<>();
		final Options ready = KernelFile.read(Options.defaults(), Acquisition.of(image(2, ZEISS)), notes::add);
		assertEquals("optics:NA=1.4,N=1.518,EM=509/603.0,PIXEL=0.2", ready.get(Option.KERNEL));
		assertEquals(1, notes.size());
		for (final String part : new String[] { null, "LensNA = 1.4" }) {
			final Options plain = KernelFile.read(Options.defaults(), Acquisition.of(image(1, part)), note -> notes.add("no: " + note));
			assertTrue(plain.isKernelAutomatic());
			assertTrue(plain.recipe(0).estimatesKernel() && !plain.recipe(0).deblurs(), "blur is told, not taken away");
		}
		assertTrue(notes.size() == 3 && notes.subList(1, 3).stream().allMatch(note -> note.startsWith("no: kernel: bicubic is a guess")), notes
			.toString());
		assertEquals("bicubic", KernelFile.read(Options.defaults().with(Option.KERNEL, "bicubic"), Acquisition.of(image(2, ZEISS)),
			notes::add).get(Option.KERNEL));
	}
}
