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
package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.zeroshotsr.options.Option;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.quality.Quality;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** The command line end to end, with TensorFlow, on tiny images. */
class UpscaleCommandTest {

	@TempDir
	Path folder;

	private Path file(final String name) {
		return folder.resolve(name);
	}

	private static Cli.Run done(final Object... args) {
		final Cli.Run run = Cli.quick(args);
		assertEquals(Main.DONE, run.code(), run.err());
		return run;
	}

	private static JsonNode json(final Path file) throws IOException {
		return new ObjectMapper().readTree(file.toFile());
	}

	/** An OME-TIFF's own metadata give each channel its optics, and go on into the OME-TIFF of the result. */
	@Test
	void anOmeTiffHasEachChannelsOptics() throws Exception {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 6; i++)
			stack.addSlice(i % 2 == 0 ? "DAPI" : "GFP", Cli.plane(16, 24, 20, i));
		final ImagePlus image = new ImagePlus("cells", stack);
		image.setDimensions(2, 3, 1);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.1;
		image.getCalibration().pixelDepth = 0.3;
		image.getCalibration().setUnit("micron");
		image.setProperty("Info", "Lens NA = 1.2\nRefractive index = 1.333\nEmission wavelength #1 = 461\nEmission wavelength #2 = 640");
		ImageFiles.save(new CompositeImage(image, CompositeImage.COLOR), folder.resolve("in.ome.tif"));
		done(file("in.ome.tif"), "-o", file("out.ome.tif"), "--preset", "microscopy", "--report", file("r.json"));
		final ImagePlus out = ImageFiles.open(folder.resolve("out.ome.tif"));
		assertArrayEquals(new int[] { 48, 40, 2, 3, 1 }, out.getDimensions());
		assertEquals(0.05, out.getCalibration().pixelWidth, 1e-7);
		assertEquals(0.3, out.getCalibration().pixelDepth, 1e-7);
		assertEquals("GFP", out.getStack().getSliceLabel(2));
		final String info = out.getInfoProperty();
		assertTrue(info.contains("Emission wavelength #2 = 640") && info.contains("RUN Zero-Shot SR"), info);
		final String kernel = json(file("r.json")).at("/options/kernel").asText();
		assertTrue(kernel.contains("461/640") && kernel.contains("NA=1.2"), kernel);
	}

	/** With a truth, into a TIFF and an OME-Zarr, and both axes at once. */
	@Test
	void aStackGrowsAlongZ() throws Exception {
		final ImageStack stack = new ImageStack(24, 20);
		final ImageStack truth = new ImageStack(24, 20);
		for (int i = 0; i < 12; i++) {
			if (i % 2 == 0) stack.addSlice("slice " + i, Cli.plane(16, 24, 20, i / 2));
			truth.addSlice("", Cli.plane(16, 24, 20, i / 2));
		}
		final ImagePlus image = new ImagePlus("cells", stack);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.1;
		image.getCalibration().pixelDepth = 0.2;
		image.getCalibration().setUnit("micron");
		ImageFiles.save(image, file("in.tif"));
		ImageFiles.save(new ImagePlus("", truth), file("truth.tif"));
		final Cli.Run run = done(file("in.tif"), "-o", file("out.tif"), "--scale", "1", "--z-scale", "auto", "--truth", file("truth.tif"),
			"--report", file("r.json"));
		assertTrue(run.err().contains("z-scale: 2, as slices are 0.2"), run.err());
		assertTrue(run.out().contains("24 x 20, 12 Z") && run.out().contains("bicubic PSNR"), run.out());
		final ImagePlus out = ImageFiles.open(file("out.tif"));
		assertArrayEquals(new int[] { 24, 20, 1, 12, 1 }, out.getDimensions());
		assertEquals(0.1, out.getCalibration().pixelDepth, 1e-9);
		assertEquals("slice 2 (z 1.75)", out.getStack().getSliceLabel(3));
		assertTrue(out.getInfoProperty().matches("(?s).* z-?scale=2 .*"), out.getInfoProperty());
		assertEquals("2", json(file("r.json")).at("/options/z-scale").asText());
		assertEquals("[24,20,12]", json(file("r.json")).at("/output/size").toString());
		done(file("in.tif"), "-o", file("again.tif"), "--scale", "1", "--z-scale", "auto", "--maps", file("maps"), "--report", file("r.html"));
		assertArrayEquals(out.getStack().getProcessor(5).getFloatArray(), ImageFiles.open(file("again.tif")).getStack().getProcessor(5)
			.getFloatArray());
		for (final String map : List.of("consistency", "uncertainty", "new")) {
			final ImagePlus its = ImageFiles.open(file("maps").resolve("again_" + map + ".tif"));
			assertEquals("12 32 0.1", its.getNSlices() + " " + its.getBitDepth() + " " + its.getCalibration().pixelDepth);
		}
		final String page = Files.readString(file("r.html"));
		assertTrue(page.contains("its xz slice at y 10") && page.contains("Cubic along z") && page.contains("than two slices"), page);
		assertEquals(1 + 3 * 6 + 3 + 2, page.split("<img ", -1).length - 1, "overview, places with maps, their colours, histogram and training");
		done(file("in.tif"), "-o", file("out.ome.zarr"), "--scale", "2", "--z-scale", "1.5");
		final ImagePlus zarr = org.zeroshotsr.imagej.ImageInput.read(file("out.ome.zarr")).image();
		assertArrayEquals(new int[] { 48, 40, 1, 9, 1 }, zarr.getDimensions());
		assertEquals(0.2 / 1.5, zarr.getCalibration().pixelDepth, 1e-9);
		assertEquals(0.25, zarr.getCalibration().zOrigin, 1e-9);
		for (final Object[] wrong : new Object[][] { { "--scale", "1" }, { "--scale", "1", "--z-scale", "2", "--part", "1/2" }, { "--z-scale", "2",
			"--maps", file("maps") }, { "--z-scale", "2", "--report", file("no.html") }, { "--z-scale",
			"0.5" }, { "--z-scale", "2", "--z-kernel", "cubic" } }) {
			final List<Object> args = new java.util.ArrayList<>(List.of(file("in.tif"), "-o", file("no.tif")));
			args.addAll(List.of(wrong));
			assertEquals(Main.BAD_INPUT, Cli.quick(args.toArray()).code());
		}
		assertFalse(Files.exists(file("no.tif")));
	}

	@Test
	void theSameSeedGivesTheSameBytes() throws IOException {
		final Path input = Cli.image(file("in.tif"), 16, 24, 20);
		done(input, "-o", file("a.tif"), "--seed", "-7");
		done(input, "-o", file("b.tif"), "--seed", "-7");
		done(input, "-o", file("c.tif"), "--seed", "8");
		assertArrayEquals(Files.readAllBytes(file("a.tif")), Files.readAllBytes(file("b.tif")));
		assertFalse(java.util.Arrays.equals(pixels("a.tif"), pixels("c.tif")));
		assertEquals(Set.of("", "in.tif", "a.tif", "b.tif", "c.tif"), Cli.contents(folder).keySet());
	}

	private short[] pixels(final String name) throws IOException {
		return (short[]) ImageFiles.open(file(name)).getProcessor().getPixels();
	}

	@Test
	void summaryAndReport() throws IOException {
		final Path input = Cli.image(file("in.tif"), 16, 24, 20);
		final Cli.Run run = done(input, "-o", file("out.tif"), "--report", file("r.json"), "--noise", "gaussian:3");
		for (final String part : new String[] { "24 x 20, 16-bit", "48 x 40, 16-bit", "CPU", "float", "3 steps",
			"dB over bicubic on the image's own shrunken copy", "grey levels (RMS)" })
			assertTrue(run.out().contains(part), part + " in: " + run.out());
		final JsonNode json = json(file("r.json"));
		for (final Option option : Option.values())
			assertTrue(json.at("/options/" + option.text()).isTextual(), option.text());
		assertEquals("gaussian:3", json.at("/options/noise").asText());
		assertEquals("[24,20]", json.at("/input/size").toString());
		assertEquals("[48,40]", json.at("/output/size").toString());
		assertEquals("16-bit", json.at("/output/type").asText());
		assertEquals("XY", json.at("/input/axes").asText());
		assertEquals("CPU", json.get("device").asText());
		assertTrue(Set.of("float32", "bfloat16").contains(json.get("precision").asText()));
		assertEquals(3, json.get("steps").asInt());
		assertTrue(json.get("seconds").asDouble() > 0);
		assertTrue(json.get("gainDb").isNumber() && json.get("rmsGreyLevels").isNumber() && json.get("saturated")
			.isNumber() && json.get("notes").isArray());
		final JsonNode stage = json.at("/planes/0/stages/0");
		assertEquals(3, stage.get("loss").size());
		assertTrue(stage.at("/loss/0").isNumber());
		assertTrue(stage.at("/reconstruction/0/step").isInt() && stage.at("/reconstruction/0/gainDb").isNumber());
		assertEquals(json.get("gainDb"), stage.get("gainDb"));
	}

	/** The report holds the kernel with all that is needed to do it again, and a note says what was done. */
	@Test
	void kernelsThatNeedThePixelSize() throws IOException {
		final ImagePlus image = new ImagePlus("in", Cli.plane(16, 24, 20, 1));
		image.getCalibration().setUnit("nm");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 160;
		ImageFiles.save(image, file("in.tif"));
		done(file("in.tif"), "-o", file("a.tif"), "--report", file("r.json"), "--kernel", "optics:NA=1.2,N=1.33,EM=520");
		final String kernel = json(file("r.json")).at("/options/kernel").asText();
		assertTrue(kernel.matches("optics:NA=1.2,N=1.33,EM=520,PIXEL=0.16\\d*"), kernel);
		assertTrue(json(file("r.json")).get("notes").toString().contains("completed from the image's metadata"));
		done(file("in.tif"), "-o", file("b.tif"), "--kernel", kernel);
		assertArrayEquals(pixels("a.tif"), pixels("b.tif"));
		final ImagePlus psf = new ImagePlus("psf", new FloatProcessor(9, 9));
		psf.getProcessor().setf(4, 4, 1);
		psf.getCalibration().setUnit("um");
		psf.getCalibration().pixelWidth = psf.getCalibration().pixelHeight = 0.04;
		ImageFiles.save(psf, file("psf.tif"));
		done(file("in.tif"), "-o", file("a.tif"), "--report", file("r.json"), "--kernel", "file:" + file("psf.tif"));
		assertTrue(json(file("r.json")).get("notes").toString().contains(
			"from its pixels of 0.04000 micrometres to the result's, 0.08000"));
	}

	@Test
	void truthIsComparedAsQualityDoes() throws IOException {
		final ImageProcessor truth = Cli.plane(16, 48, 40, 3);
		final ImageProcessor low = new ShortProcessor(24, 20);
		for (int y = 0; y < 20; y++)
			for (int x = 0; x < 24; x++)
				low.set(x, y, truth.get(2 * x, 2 * y));
		done(Cli.image(file("in.tif"), low), "-o", file("out.tif"), "--truth", Cli.image(file("truth.tif"), truth),
			"--report", file("r.json"));
		final JsonNode quality = json(file("r.json")).get("quality");
		assertScores(quality.get("result"), Cli.plane(ImageFiles.open(file("out.tif")).getProcessor()), Cli.plane(truth),
			65535);
		final Plane bicubic = Resizes.enlarge(20, 24, new Factor(2, 2)).apply(Cli.plane(low));
		for (int i = 0; i < bicubic.data.length; i++)
			bicubic.data[i] = Math.round(bicubic.data[i]);
		assertScores(quality.get("bicubic"), bicubic, Cli.plane(truth), 65535);
	}

	private static void assertScores(final JsonNode score, final Plane image, final Plane truth, final double range) {
		assertEquals(Quality.psnr(image, truth, range, 2, 2), score.get("psnrDb").asDouble(), 1e-9);
		assertEquals(Quality.ssim(image, truth, range, 2, 2), score.get("ssim").asDouble(), 1e-12);
	}

	@Test
	void kernelFromTiffAndFromCsv() throws IOException {
		final Path input = Cli.image(file("in.tif"), 16, 24, 20);
		final float[] samples = { 1, 2, 1, 2, 9, 2, 1, 2, 4 };
		final Path tiff = Cli.image(file("psf.tif"), new FloatProcessor(3, 3, samples));
		final Path csv = Files.writeString(file("psf.csv"), "1,2,1\n2,9,2\n1,2,4\n");
		done(input, "-o", file("tiff.tif"), "--kernel", "file:" + tiff);
		done(input, "-o", file("csv.tif"), "--kernel", "file:" + csv);
		done(input, "-o", file("bicubic.tif"));
		assertArrayEquals(pixels("tiff.tif"), pixels("csv.tif"));
		assertFalse(java.util.Arrays.equals(pixels("tiff.tif"), pixels("bicubic.tif")));
	}

	@Test
	void rowsAndColumnsWithTheirOwnFactor() throws IOException {
		final Cli.Run run = done(Cli.image(file("in.tif"), 8, 24, 21), "-o", file("out.tif"), "--scale", "1.5x2");
		final ImagePlus out = ImageFiles.open(file("out.tif"));
		assertEquals(48, out.getWidth());
		assertEquals(32, out.getHeight()); // ceil(31.5)
		assertEquals(8, out.getBitDepth());
		assertTrue(run.out().contains("48 x 32, 8-bit"), run.out());
	}

	@Test
	void colourStaysColour() throws IOException {
		final ImagePlus image = new ImagePlus("rgb", Cli.plane(24, 24, 20, 1));
		assertTrue(new FileSaver(image).saveAsPng(file("in.png").toString()));
		done(file("in.png"), "-o", file("out.tif"), "--report", file("r.json"));
		final ImagePlus out = ImageFiles.open(file("out.tif"));
		assertEquals(ImagePlus.COLOR_RGB, out.getType());
		assertEquals(48, out.getWidth());
		// back-projected: averaging 2 x 2 pixels is near the input in each of the channels
		final int[] in = image.getProcessor().convertToRGB().getPixel(12, 10, null);
		for (int c = 0; c < 3; c++) {
			double mean = 0;
			for (int i = 0; i < 4; i++)
				mean += out.getProcessor().getPixel(24 + i % 2, 20 + i / 2, null)[c] / 4.0;
			assertEquals(in[c], mean, 20);
		}
		assertEquals("XYS", json(file("r.json")).at("/input/axes").asText());
		assertEquals(1, json(file("r.json")).get("planes").size());
	}

	@Test
	void stackWithCalibration() throws IOException {
		final ImageProcessor[] planes = new ImageProcessor[6];
		for (int i = 0; i < planes.length; i++)
			planes[i] = Cli.plane(16, 24, 20, i);
		final ImagePlus image = ImageFiles.open(Cli.image(file("flat.tif"), planes));
		image.setDimensions(2, 3, 1);
		image.setOpenAsHyperStack(true);
		image.getCalibration().pixelWidth = 0.2;
		image.getCalibration().pixelHeight = 0.2;
		image.getCalibration().pixelDepth = 0.7;
		image.getCalibration().setUnit("micron");
		image.setProperty("Info", "objective = 60x\n");
		ImageFiles.save(image, file("in.tif"));
		done(file("in.tif"), "-o", file("out.tif"), "--stack", "warm", "--report", file("r.json"));
		final ImagePlus out = ImageFiles.open(file("out.tif"));
		assertArrayEquals(new int[] { 48, 40, 2, 3, 1 }, out.getDimensions());
		assertEquals(0.1, out.getCalibration().pixelWidth, 1e-12);
		assertEquals(0.7, out.getCalibration().pixelDepth, 1e-12);
		assertEquals("plane 5", out.getStack().getSliceLabel(5));
		final String info = out.getInfoProperty();
		assertTrue(info.startsWith("objective = 60x\n"), info);
		for (final String part : new String[] { "RUN Zero-Shot SR", "scale=2", "stack=warm", "seed=1", "device=CPU",
			"precision=", "steps=" })
			assertTrue(info.contains(part), part + " in: " + info);
		final JsonNode report = json(file("r.json"));
		assertEquals(6, report.get("planes").size());
		assertEquals("[24,20,2,3]", report.at("/input/size").toString());
		assertEquals("C0 Z1", report.at("/planes/1/position").asText());
		assertTrue(report.at("/planes/1/warm").asBoolean() && !report.at("/planes/3/warm").asBoolean());
		// each plane is its own enlargement: the mean of a plane is that of the input's
		for (int i = 1; i <= 6; i++)
			assertEquals(planes[i - 1].getStats().mean, out.getStack().getProcessor(i).getStats().mean, 15);
	}

	@Test
	void floatWithHoles() throws IOException {
		final ImageProcessor truth = Cli.plane(32, 48, 40, 2);
		final ImageProcessor low = Cli.plane(32, 24, 20, 2);
		low.setf(5, 6, Float.NaN);
		truth.setf(40, 30, Float.NaN);
		done(Cli.image(file("in.tif"), low), "-o", file("out.tif"), "--truth", Cli.image(file("truth.tif"), truth),
			"--report", file("r.json"));
		final ImageProcessor out = ImageFiles.open(file("out.tif")).getProcessor();
		assertTrue(Float.isNaN(out.getf(10, 12)) && !Float.isNaN(out.getf(14, 12)));
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < 48 * 40; i++) {
			if (Float.isNaN(truth.getf(i))) continue;
			min = Math.min(min, truth.getf(i));
			max = Math.max(max, truth.getf(i));
		}
		final JsonNode json = json(file("r.json"));
		assertEquals(max - min, json.at("/quality/range").asDouble(), 1e-9);
		assertEquals(1, json.at("/planes/0/holes").asInt());
		assertScores(json.at("/quality/result"), Cli.plane(out), Cli.plane(truth), max - min);
		assertTrue(json.at("/quality/bicubic/psnrDb").isNumber());
	}

	@Test
	void constantImageIsEnlargedWithANote() throws IOException {
		final ImageProcessor flat = new ShortProcessor(12, 10);
		flat.add(777);
		final Cli.Run run = done(Cli.image(file("in.tif"), flat), "-o", file("out.tif"), "--report", file("r.json"));
		assertTrue(run.err().contains("note: ") && run.err().contains("one value"), run.err());
		for (final short value : pixels("out.tif"))
			assertEquals(777, value);
		assertEquals(24 * 20, pixels("out.tif").length);
		final JsonNode json = json(file("r.json"));
		assertTrue(json.get("gainDb").isNull() && json.at("/planes/0/gainDb").isNull());
		assertTrue(json.at("/notes/0").asText().contains("one value"));
		assertFalse(Files.readString(file("r.json")).contains("NaN"));
	}

	@Test
	void quietSaysNothing() throws IOException {
		final ImageProcessor flat = new ShortProcessor(12, 10);
		final Cli.Run run = done(Cli.image(file("in.tif"), flat), "-o", file("out.tif"), "--quiet");
		assertEquals("", run.out() + run.err());
	}

	@Test
	void replacesAnOlderOutputAndTakesABareGradual() throws IOException {
		Files.writeString(file("out.tif"), "older");
		final Path input = Cli.image(file("in.tif"), 8, 16, 16);
		done("-o", file("out.tif"), "--report", file("r.json"), "--gradual", input);
		assertEquals(32, ImageFiles.open(file("out.tif")).getWidth());
		assertEquals("on", json(file("r.json")).at("/options/gradual").asText());
		assertEquals(6, json(file("r.json")).at("/planes/0/stages").size());
		done("--gradual", "1x1.5", input, "-o", file("out.tif"), "--report", file("r.json"));
		assertEquals("1x1.5", json(file("r.json")).at("/options/gradual").asText());
		assertEquals(2, json(file("r.json")).at("/planes/0/stages").size());
		assertNotEquals("older", new String(Files.readAllBytes(file("out.tif")), 0, 5));
	}

	@Test
	void optionsByTheirMacroNames() throws IOException {
		final Path input = Cli.image(file("in.tif"), 8, 16, 16);
		done(input, "-o", file("out.tif"), "--backprojection", "1", "--report", file("r.json"));
		assertEquals("1", json(file("r.json")).at("/options/back-projection").asText());
	}
}
