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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.quality.Quality;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.KernelCsv;
import org.zeroshotsr.resize.Resizes;

class BenchmarkCommandTest {

	@TempDir
	Path folder;
	private Path high;
	private Path low;
	private Path report;

	/** a.tif of 41 x 37 grey pixels, b.tif in colour, and a text that is no image. */
	@BeforeEach
	void makeImages() throws IOException {
		high = Files.createDirectory(folder.resolve("HR"));
		low = Files.createDirectory(folder.resolve("LR"));
		report = folder.resolve("r.json");
		Cli.image(high.resolve("a.tif"), 8, 41, 37);
		Cli.image(high.resolve("b.tif"), 24, 40, 36);
		Files.writeString(high.resolve("readme.txt"), "about these images");
	}

	private JsonNode done(final Object... args) throws IOException {
		final Cli.Run run = Cli.quick(args);
		assertEquals(Main.DONE, run.code(), run.err());
		final List<String> lines = run.out().lines().toList();
		final JsonNode json = new ObjectMapper().readTree(report.toFile());
		assertEquals(2 + json.get("images").size() + 2, lines.size(), run.out());
		for (int i = 0; i < json.get("images").size(); i++) {
			final JsonNode image = json.get("images").get(i);
			final String line = lines.get(2 + i);
			assertTrue(line.startsWith(image.get("name").asText() + " "), line);
			for (final String which : new String[] { "bicubic", "result" })
				assertTrue(line.contains(String.format(Locale.ROOT, "%.2f  %.4f", image.at("/quality/" + which + "/psnrDb")
					.asDouble(), image.at("/quality/" + which + "/ssim").asDouble())), line);
		}
		assertTrue(lines.get(lines.size() - 2).startsWith("mean "), run.out());
		long under = 0;
		long underBlurred = 0;
		for (final JsonNode image : json.get("images")) {
			final double result = image.at("/quality/result/psnrDb").asDouble();
			if (result < image.at("/quality/bicubic/psnrDb").asDouble()) under++;
			if (result < image.at("/quality/blurred/psnrDb").asDouble() - 0.15) underBlurred++;
			assertTrue(image.at("/quality/blurred/psnrDb").asDouble() >= image.at("/quality/bicubic/psnrDb").asDouble(),
				"no Gaussian is one of them");
		}
		assertEquals(under + " of " + json.get("images").size() + " under bicubic, " + underBlurred +
			" more than 0.15 dB under bicubic after the best Gaussian", lines.get(lines.size() - 1));
		return json;
	}

	/** Slices are summed, and what comes of the sums is compared with them. */
	@Test
	void stacksAreBinnedAlongZ() throws IOException {
		final Path stacks = Files.createDirectory(folder.resolve("stacks"));
		final ij.process.ImageProcessor[] slices = new ij.process.ImageProcessor[19];
		for (int i = 0; i < slices.length; i++)
			slices[i] = Cli.plane(8, 24, 20, i);
		final ij.ImageStack stack = new ij.ImageStack(24, 20);
		for (final ij.process.ImageProcessor slice : slices)
			stack.addSlice("", slice);
		org.zeroshotsr.files.ImageFiles.save(new ij.ImagePlus("", stack), stacks.resolve("s.tif"));
		final Cli.Run run = Cli.quick("benchmark", stacks, "--z-bin", 3, "--report", report);
		if (run.code() != Main.DONE) throw new AssertionError(run.err());
		final JsonNode quality = new ObjectMapper().readTree(report.toFile()).at("/images/0/quality");
		double squares = 0;
		double all = 0;
		for (int z = 0; z < 18; z++)
			for (int i = 0; i < 24 * 20; i++, all++)
				squares += Math.pow(3 * slices[z].get(i) - (slices[z / 3 * 3].get(i) + slices[z / 3 * 3 + 1].get(i) + slices[z / 3 * 3 + 2].get(
					i)), 2);
		assertEquals(10 * Math.log10(765.0 * 765 * all / squares), quality.get("nearest").asDouble(), 1e-6);
		assertTrue(run.out().contains("24 x 20, 18 Z") && run.out().lines().count() == 5, run.out());
		assertEquals(quality.get("gainDb").asDouble(), quality.get("result").asDouble() - quality.get("cubic").asDouble(), 1e-9);
		refused(List.of("benchmark", stacks, "--z-bin", 1), "2 to 8");
		refused(List.of("benchmark", stacks, "--z-bin", 3, "--scale", 2), "without");
		refused(List.of("benchmark", high, "--z-bin", 2), "no stack");
	}

	private void refused(final List<?> args, final String... says) {
		final Cli.Run run = Cli.quick(args.toArray());
		assertEquals(Main.BAD_INPUT, run.code(), run.err());
		for (final String word : says)
			assertTrue(run.err().contains(word), "'" + word + "' in: " + run.err());
		if (!args.contains("--report") || Files.notExists(report)) return;
		final String told = assertDoesNotThrow(() -> Files.readString(report));
		assertTrue(told.contains("\"status\" : \"failed\"") && told.contains("\"code\" : 2") && !told.contains("\"images\""), told);
		assertDoesNotThrow(() -> Files.delete(report));
	}

	/** The first 40 x 36 pixels of a.tif. */
	private static Plane cropped() {
		return Cli.plane(Cli.plane(8, 41, 37, 1)).crop(new Window(0, 0, 36, 40));
	}

	private static Plane rounded(final Plane plane) {
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = Math.max(0, Math.min(255, Math.round(plane.data[i])));
		return plane;
	}

	private static Plane shrunken() {
		return rounded(Kernel.cubic().shrink(36, 40, 18, 20, new Factor(2, 2)).apply(cropped()));
	}

	/** The original exposed twice as long: a straight line undoes that. */
	@Test
	void comparesAfterAStraightLine() throws IOException {
		final Plane dark = shrunken();
		final ByteProcessor image = new ByteProcessor(20, 18);
		for (int i = 0; i < dark.data.length; i++)
			image.set(i, Math.round(0.5f * dark.data[i]));
		Files.delete(high.resolve("b.tif"));
		final ByteProcessor original = new ByteProcessor(40, 36);
		for (int i = 0; i < cropped().data.length; i++)
			original.set(i, Math.round(cropped().data[i]));
		Cli.image(high.resolve("a.tif"), original);
		Cli.image(low.resolve("a.tif"), image);
		final JsonNode raw = done("benchmark", high, "--lr", low, "--report", report).at("/images/0/quality/bicubic/psnrDb");
		final JsonNode fitted = done("benchmark", high, "--lr", low, "--fit", "--report", report).at(
			"/images/0/quality/bicubic/psnrDb");
		final Plane bicubic = rounded(Resizes.enlarge(18, 20, new Factor(2, 2)).apply(shrunken()));
		final double same = Quality.psnr(bicubic, cropped(), 255, 2, 2);
		assertTrue(raw.asDouble() < same - 10, raw + " dB, not " + same);
		assertEquals(same, fitted.asDouble(), 0.5, "but for rounding, and what a line makes better");
	}

	/** 2 x 2 samples summed, and the original four times as bright: dB are those of 8 bits. */
	@Test
	void binsNoisyImages() throws IOException {
		Files.delete(high.resolve("b.tif"));
		final ByteProcessor original = (ByteProcessor) Cli.plane(8, 41, 37, 1);
		final ByteProcessor noisy = new ByteProcessor(41, 37);
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 41 * 37; i++)
			noisy.set(i, Math.max(0, Math.min(255, (int) (original.get(i) + 20 * random.nextGaussian()))));
		Files.delete(high.resolve("a.tif"));
		Cli.image(high.resolve("a_truth.tif"), original);
		Cli.image(high.resolve("a_raw.tif"), noisy);
		final JsonNode json = done("benchmark", high, "--lr", high, "--bin", "2", "--preset", "ideal", "--report", report);
		final Plane sums = new Plane(1, 18, 20);
		for (int y = 0; y < 36; y++)
			for (int x = 0; x < 40; x++)
				sums.data[y / 2 * 20 + x / 2] += noisy.get(x, y);
		final Plane bicubic = Resizes.enlarge(18, 20, new Factor(2, 2)).apply(sums);
		for (int i = 0; i < bicubic.data.length; i++)
			bicubic.data[i] = Math.max(0, Math.round(bicubic.data[i]));
		final Plane truth = cropped();
		for (int i = 0; i < truth.data.length; i++)
			truth.data[i] *= 4;
		assertEquals(1, json.get("images").size());
		assertEquals(Quality.psnr(bicubic, truth, 1020, 2, 2), json.at("/images/0/quality/bicubic/psnrDb").asDouble(), 1e-9);
		// noise of 20 grey levels: a Gaussian helps
		assertTrue(json.at("/images/0/quality/blurred/psnrDb").asDouble() > json.at("/images/0/quality/bicubic/psnrDb").asDouble() +
			0.03, json.toString());
		assertTrue(json.at("/images/0/quality/planes/0/sigma").asDouble() > 0.2);
		Files.delete(report);
		refused(List.of("benchmark", high, "--lr", high, "--bin", "9", "--report", report), "--bin", "2 to 8");
		refused(List.of("benchmark", high, "--bin", "2", "--report", report), "--bin", "--lr");
		refused(List.of("benchmark", high, "--lr", high, "--bin", "2", "--scale", "3", "--report", report), "--bin", "by 2");
		Files.delete(high.resolve("a_raw.tif"));
		refused(List.of("benchmark", high, "--lr", high, "--bin", "2", "--report", report), "0 noisy images", "a_raw or a_noisy");
	}

	@Test
	void degradesAsACameraDoes() throws IOException {
		final JsonNode json = done("benchmark", high, "--degrade", "camera:200", "--limit", "1", "--report", report);
		assertEquals("camera:200", json.at("/images/0/degradation").asText());
		final double gain = json.at("/images/0/quality/blurred/psnrDb").asDouble() - json.at("/images/0/quality/bicubic/psnrDb")
			.asDouble();
		assertTrue(gain >= 0, "" + gain);
		Files.delete(report);
		refused(List.of("benchmark", high, "--degrade", "camera:0", "--report", report), "camera", "photons");
		refused(List.of("benchmark", high, "--degrade", "camera:9", "--scale", "3", "--report", report), "camera", "by 2");
		refused(List.of("benchmark", high, "--degrade", "camera:9", "--kernel", "true", "--report", report), "camera");
	}

	@Test
	void shrinksTheOriginals() throws IOException {
		final JsonNode json = done("benchmark", high, "--report", report);
		final Plane bicubic = rounded(Resizes.enlarge(18, 20, new Factor(2, 2)).apply(shrunken()));
		final JsonNode a = json.at("/images/0");
		assertEquals(Quality.psnr(bicubic, cropped(), 255, 2, 2), a.at("/quality/bicubic/psnrDb").asDouble(), 1e-9);
		assertEquals(Quality.ssim(bicubic, cropped(), 255, 2, 2), a.at("/quality/bicubic/ssim").asDouble(), 1e-12);
		assertEquals(3, a.get("steps").asInt());
		assertEquals("b.tif", json.at("/images/1/name").asText());
		assertTrue(json.at("/images/1/quality/luma").asBoolean());
		for (final String which : new String[] { "/result/psnrDb", "/bicubic/ssim", "/gainDb" })
			assertEquals((a.at("/quality" + which).asDouble() + json.at("/images/1/quality" + which).asDouble()) / 2, json.at(
				"/mean" + which).asDouble(), 1e-9);
		assertEquals(a.at("/quality/result/psnrDb").asDouble() - a.at("/quality/bicubic/psnrDb").asDouble(), a.at(
			"/quality/gainDb").asDouble(), 1e-9);
	}

	@Test
	void givenLowResolutionImagesAreTheSameAsShrinking() throws IOException {
		final ImageProcessor truth = Cli.plane(8, 41, 37, 1);
		truth.setRoi(0, 0, 40, 36);
		Cli.image(high.resolve("a.tif"), truth.crop());
		final JsonNode made = done("benchmark", high, "--report", report, "--limit", "1");
		final Plane small = shrunken();
		final ImageProcessor image = new ByteProcessor(20, 18);
		for (int i = 0; i < small.data.length; i++)
			image.set(i, (int) small.data[i]);
		Cli.image(low.resolve("a.tiff"), image); // another ending
		final JsonNode given = done("benchmark", high, "--lr", low, "--report", report, "--limit", "1");
		assertEquals(1, given.get("images").size());
		assertEquals(made.at("/images/0/quality"), given.at("/images/0/quality"));
	}

	/** What is said of the kernel is what was done, and the same seed does it again. */
	@Test
	void randomGaussianKernels() throws IOException {
		final JsonNode json = done("benchmark", high, "--degrade", "gaussian-random", "--kernel", "true", "--seed", "7",
			"--report", report);
		assertEquals("gaussian-random", json.get("degrade").asText());
		final String said = json.at("/images/0/degradation").asText();
		assertEquals(said, json.at("/images/0/options/kernel").asText());
		assertNotEquals(said, json.at("/images/1/degradation").asText());
		final double[] k = Arrays.stream(said.replace("gaussian:", "").split(",")).mapToDouble(Double::parseDouble).toArray();
		assertTrue(k[0] > 0 && k[0] <= 1 && k[1] > 0 && k[1] <= 1 && k[2] >= 0 && k[2] <= 180, said);
		assertBicubicOf(Kernel.gaussian(k[0], k[1], k[2]), json);
		final JsonNode again = done("benchmark", high, "--degrade", "gaussian-random", "--seed", "7", "--limit", "1",
			"--report", report);
		assertEquals(said, again.at("/images/0/degradation").asText());
		assertEquals("bicubic", again.at("/images/0/options/kernel").asText());
		assertEquals(json.at("/images/0/quality/bicubic"), again.at("/images/0/quality/bicubic"));
		assertNotEquals(said, done("benchmark", high, "--degrade", "gaussian-random", "--seed", "8", "--limit", "1",
			"--report", report).at("/images/0/degradation").asText());
	}

	@Test
	void kernelFiles() throws IOException {
		final Path psf = Files.writeString(folder.resolve("psf.csv"), "0,1,1,0\n1,3,3,1\n1,3,3,2\n0,1,2,1\n");
		final JsonNode json = done("benchmark", high, "--degrade", "kernel:" + psf, "--kernel", "TRUE", "--limit", "1",
			"--report", report);
		assertEquals("file:" + psf, json.at("/images/0/options/kernel").asText());
		assertBicubicOf(Kernel.measured(KernelCsv.read(psf)), json);
	}

	/** Noise on top of the bicubic shrink: the image, and the kernel, are otherwise those of no degradation. */
	@Test
	void noiseComesOnTop() throws IOException {
		final double clean = done("benchmark", high, "--limit", "1", "--report", report).at(
			"/images/0/quality/bicubic/psnrDb").asDouble();
		for (final String how : new String[] { "noise:12", "noise:5%", "noise:poisson:3,4", "speckle:0.02", "jpeg:20" }) {
			final JsonNode json = done("benchmark", high, "--limit", "1", "--degrade", how, "--kernel", "true", "--report",
				report);
			assertTrue(json.at("/images/0/quality/bicubic/psnrDb").asDouble() < clean - 0.5, how);
			assertEquals(how, json.at("/images/0/degradation").asText());
			assertEquals("bicubic", json.at("/images/0/options/kernel").asText());
		}
		assertEquals(clean, done("benchmark", high, "--limit", "1", "--degrade", "noise:0", "--report", report).at(
			"/images/0/quality/bicubic/psnrDb").asDouble());
	}

	private static void assertBicubicOf(final Kernel kernel, final JsonNode json) {
		final Plane small = rounded(kernel.shrink(36, 40, 18, 20, new Factor(2, 2)).apply(cropped()));
		assertEquals(Quality.psnr(rounded(Resizes.enlarge(18, 20, new Factor(2, 2)).apply(small)), cropped(), 255, 2, 2), json
			.at("/images/0/quality/bicubic/psnrDb").asDouble(), 1e-9);
	}

	@Test
	void badDegradations() throws IOException {
		for (final String how : new String[] { "blur", "noise:", "noise:-1", "noise:x%", "noise:poisson:1", "speckle:-1",
			"jpeg:0", "jpeg:101", "kernel:" })
			refused(List.of("benchmark", high, "--degrade", how, "--report", report), "--degrade", how.equals("kernel:") ? "file"
				: "'" + how + "' is not possible");
		refused(List.of("benchmark", high, "--degrade", "kernel:absent.csv", "--report", report), "--degrade", "absent.csv");
		refused(List.of("benchmark", high, "--kernel", "true", "--report", report), "--kernel", "--degrade");
		Cli.image(low.resolve("a.tif"), 8, 20, 18);
		refused(List.of("benchmark", high, "--lr", low, "--degrade", "noise:1", "--report", report), "--lr", "--degrade");
		Cli.image(high.resolve("a.tif"), 16, 40, 36);
		refused(List.of("benchmark", high, "--degrade", "jpeg:45", "--report", report), "a.tif", "16-bit", "JPEG");
	}

	@Test
	void factorsThatAreNotWhole() throws IOException {
		final JsonNode json = done("benchmark", high, "--scale", "1.5x2", "--limit", "1", "--report", report);
		assertEquals("1.5x2", json.at("/images/0/options/scale").asText());
		assertEquals(2, json.at("/images/0/quality/borderRows").asInt());
		Files.delete(report);
		Cli.image(low.resolve("a.tif"), 8, 28, 25); // 41 = ceil(28 x 1.45), 37 = ceil(25 x 1.45)
		refused(List.of("benchmark", high, "--lr", low, "--limit", "1", "--report", report), "a.tif",
			"41 x 37", "28 x 25", "--scale");
		done("benchmark", high, "--lr", low, "--limit", "1", "--scale", "1.45", "--report", report);
	}

	@Test
	void badInput() throws IOException {
		refused(List.of("benchmark"), "HR_DIR");
		refused(List.of("benchmark", folder.resolve("absent"), "--report", report), "absent", "does not exist");
		refused(List.of("benchmark", low, "--report", report), low.toString(), "no image");
		refused(List.of("benchmark", high, "--lr", low, "--report", report), "no image");
		refused(List.of("benchmark", high, "--limit", "0", "--report", report), "--limit");
		refused(List.of("benchmark", high, "--scale", "1", "--report", report), "--scale");
		refused(List.of("benchmark", high, "--scale", "8", "--report", report), "a.tif", "8 x 8");
		Cli.image(low.resolve("c.tif"), 8, 20, 18);
		refused(List.of("benchmark", high, "--lr", low, "--report", report), "a.tif");
		Cli.image(low.resolve("a.tif"), 8, 20, 18);
		Cli.image(low.resolve("b.tif"), 8, 20, 18);
		refused(List.of("benchmark", high, "--lr", low, "--scale", "2", "--report", report), "a.tif", "41 x 37",
			"40 x 36");
	}
}
