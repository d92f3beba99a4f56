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

import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.files.TiffOutput;
import org.zeroshotsr.files.TiffShape;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.ResultZarr;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.zarr.Python;
import org.zeroshotsr.zarr.ZarrChannel;
import org.zeroshotsr.zarr.ZarrImage;

/** OME-Zarr in and out, as the command line does it. */
class ZarrFilesTest {

	@TempDir
	private Path folder;
	private Path input;
	private Path output;

	@BeforeEach
	void places() {
		input = folder.resolve("in.tif");
		output = folder.resolve("out.ome.zarr");
	}

	/** 2 channels, 2 slices, 2 frames, calibrated, in colours and with names; RGB of 3 slices. */
	private ImagePlus makeInput(final int bits) throws IOException {
		final boolean rgb = bits == 24;
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < (rgb ? 3 : 8); i++)
			stack.addSlice(rgb ? null : i % 2 == 0 ? "DAPI" : "Phalloidin", Cli.plane(bits, 24, 20, i));
		ImagePlus image = new ImagePlus("in.tif", stack);
		image.setDimensions(rgb ? 1 : 2, rgb ? 3 : 2, rgb ? 1 : 2);
		image.setOpenAsHyperStack(true);
		if (!rgb) {
			final CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
			for (int c = 1; c <= 2; c++) {
				final LUT lut = LUT.createLutFromColor(new Color(c == 1 ? 0x3366ff : 0x00ff00));
				lut.min = 10 * c;
				lut.max = 100 * c + 50;
				composite.setChannelLut(lut, c);
			}
			image = composite;
		}
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().pixelDepth = 1.5;
		if (!rgb) {
			image.getCalibration().frameInterval = 3;
			image.getCalibration().setTimeUnit("sec");
		}
		ImageFiles.save(image, input);
		return image;
	}

	/** The same image as OME-Zarr. */
	private Path zarr(final Path image, final String name) throws IOException {
		final ImageInput in = ImageInput.read(image);
		final Path zarr = folder.resolve(name);
		try (ResultZarr out = ResultZarr.of(in, Growth.of(new Factor(1, 1)), zarr, zarr, ResultZarr.Begin.AGAIN)) {
			for (final long[] position : in.planes().order().planes())
				out.write(position, 0, 0, in.planes().source().read(position));
		}
		return zarr;
	}

	private static void done(final Object... arguments) {
		final Cli.Run run = Cli.quick(arguments);
		assertEquals(0, run.code(), run.err());
	}

	/** Every file, by its bytes. */
	private static void assertSame(final Path expected, final Path actual) throws IOException {
		assertEquals(Cli.contents(expected), Cli.contents(actual));
	}

	/** The same but for something of the record. */
	private static void assertSameBut(final String what, final Path expected, final Path actual) throws IOException {
		final Map<String, String> left = Cli.contents(expected);
		final Map<String, String> right = Cli.contents(actual);
		assertNotEquals(left.remove(".zattrs"), right.remove(".zattrs"), what);
		assertEquals(left, right);
		assertEquals(attributesWithout(what, expected), attributesWithout(what, actual));
	}

	private static JsonNode attributesWithout(final String what, final Path zarr) throws IOException {
		final JsonNode attributes = new ObjectMapper().readTree(zarr.resolve(".zattrs").toFile());
		((ObjectNode) attributes.path("zero-shot-sr")).remove(what);
		return attributes;
	}

	private static List<float[]> planes(final Path file) throws IOException {
		final List<float[]> planes = new ArrayList<>();
		final Samples<?> samples = Samples.open(file);
		for (final long[] position : samples.order().planes()) {
			final Plane plane = samples.read(position);
			for (int c = 0; c < plane.channels; c++)
				planes.add(Arrays.copyOfRange(plane.data, c * plane.height * plane.width, (c + 1) * plane.height * plane.width));
		}
		return planes;
	}

	private static void assertPlanes(final List<float[]> expected, final List<float[]> actual) {
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++)
			assertArrayEquals(expected.get(i), actual.get(i), "plane " + i);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void theSameImageIsTheSameResultWhateverHoldsIt(final int bits) throws IOException {
		makeInput(bits);
		final Path zarr = zarr(input, "in.ome.zarr");
		final Path tiff = folder.resolve("out.tif");
		final Path fromZarr = folder.resolve("zarr.tif");
		final String stack = bits == 32 ? "joint" : "independent";
		done(input, "-o", tiff, "--stack", stack);
		done(input, "-o", output, "--stack", stack);
		done(zarr, "-o", fromZarr, "--stack", stack);
		done(zarr, "-o", folder.resolve("again.zarr"), "--stack", stack);
		final List<float[]> expected = planes(tiff);
		assertEquals(8, expected.size());
		assertPlanes(expected, planes(output));
		assertPlanes(expected, planes(fromZarr));
		assertSameBut("input", output, folder.resolve("again.zarr"));

		final ImagePlus image = ImageFiles.open(fromZarr);
		assertArrayEquals(ImageFiles.open(tiff).getDimensions(), image.getDimensions());
		assertEquals(bits, image.getBitDepth());
		assertEquals(0.125, image.getCalibration().pixelWidth, 1e-12);
		assertEquals(0.25, image.getCalibration().pixelHeight, 1e-12);
		assertEquals(1.5, image.getCalibration().pixelDepth, 1e-12);
		assertEquals(3, image.getCalibration().frameInterval, 1e-12);
		assertTrue(image.getCalibration().getXUnit().matches("micron|\u00b5m"), image.getCalibration().getXUnit());
		assertEquals("sec", image.getCalibration().getTimeUnit());
		assertEquals("DAPI", image.getStack().getSliceLabel(1));
		assertEquals("Phalloidin", image.getStack().getSliceLabel(8));
		final LUT lut = ((CompositeImage) image).getChannelLut(1);
		assertEquals(0x3366ff, lut.getRGB(255) & 0xffffff);
		assertEquals(List.of(10.0, 150.0), List.of(lut.min, lut.max));
		assertTrue(image.getInfoProperty().contains("Channel name #2 = Phalloidin"), image.getInfoProperty());
		assertTrue(image.getInfoProperty().contains("RUN Zero-Shot SR"), image.getInfoProperty());
	}

	@Test
	void metadataAndTheRecordAreInTheZarr() throws IOException {
		makeInput(16);
		done(input, "-o", output);
		final ZarrImage zarr = ZarrImage.open(output);
		assertEquals("XYZCT", zarr.info().letters());
		assertArrayEquals(new long[] { 48, 40, 2, 2, 2 }, zarr.info().sizes());
		assertEquals(0.125, zarr.info().axis('X').micrometres(), 1e-12);
		assertEquals(0.25, zarr.info().axis('Y').micrometres(), 1e-12);
		assertEquals(1.5, zarr.info().axis('Z').micrometres(), 1e-12);
		assertEquals(3, zarr.info().axis('T').seconds(), 1e-12);
		assertEquals(-0.0625, zarr.info().axis('X').translation(), 1e-12, "the outer edge stays");
		assertEquals(List.of(new ZarrChannel("DAPI", 0x3366ff, 10, 150), new ZarrChannel("Phalloidin", 0x00ff00, 20, 250)), zarr
			.info().channels());
		assertEquals("3", zarr.record().path("options").path("steps").asText());
		assertEquals("CPU", zarr.record().path("device").asText());
		assertEquals(2, zarr.record().path("estimates").size());
	}

	@Test
	void mergedColoursBecomeChannels() throws IOException {
		makeInput(24);
		final Path tiff = folder.resolve("out.tif");
		done(input, "-o", tiff);
		final Cli.Run run = Cli.quick(input, "-o", output, "--truth", tiff);
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("truth      PSNR Infinity dB, SSIM 1.0000"), run.out());
		final List<float[]> expected = planes(tiff);
		final List<float[]> actual = planes(output);
		assertEquals(9, actual.size());
		for (int z = 0; z < 3; z++)
			for (int c = 0; c < 3; c++)
				assertArrayEquals(expected.get(3 * z + c), actual.get(3 * c + z));
		assertEquals(List.of(new ZarrChannel("red", 0xff0000, 0, 255), new ZarrChannel("green", 0xff00, 0, 255), new ZarrChannel(
			"blue", 0xff, 0, 255)), ZarrImage.open(output).info().channels());
	}

	@Test
	void signedValuesStayWhatTheyAre() throws IOException {
		final ImageProcessor plane = Cli.plane(16, 24, 20, 1);
		plane.add(30000); // around 32768, which is 0
		final ImagePlus image = new ImagePlus("in", plane);
		image.getCalibration().setSigned16BitCalibration();
		ImageFiles.save(image, input);
		final Path tiff = folder.resolve("out.tif");
		final Path again = folder.resolve("again.tif");
		done(input, "-o", tiff);
		done(input, "-o", output);
		done(zarr(input, "in.zarr"), "-o", again);
		final float[] expected = planes(tiff).get(0);
		assertPlanes(List.of(expected), planes(again));
		assertTrue(ImageFiles.open(again).getCalibration().isSigned16Bit());
		final float[] actual = ZarrImage.open(output).read(new long[2]).data;
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i] - 32768, actual[i]);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void aSinglePlaneInOneColour(final int bits) throws IOException {
		final ImagePlus image = new ImagePlus("in", Cli.plane(bits, 24, 20, 1));
		image.getProcessor().setLut(LUT.createLutFromColor(Color.GREEN));
		image.setDisplayRange(20, 200);
		ImageFiles.save(image, input);
		final Path tiff = folder.resolve("out.tif");
		final Path again = folder.resolve("again.tif");
		done(input, "-o", tiff);
		done(zarr(input, "in.zarr"), "-o", again);
		assertPlanes(planes(tiff), planes(again));
		assertEquals(20, ImageFiles.open(again).getDisplayRangeMin());
		assertEquals(0xff00, ZarrImage.open(folder.resolve("in.zarr")).info().channels().get(0).colour());
	}

	private static List<Object> with(final List<Object> args, final Object... more) {
		final List<Object> all = new ArrayList<>(args);
		all.addAll(List.of(more));
		return all;
	}

	@ParameterizedTest
	@CsvSource({ "independent, false", "joint, true" })
	void tasksMakeTheFolderOfASingleRun(final String stack, final boolean network) throws IOException {
		makeInput(16);
		final Path image = network ? zarr(input, "in.zarr") : input;
		final Path learnt = folder.resolve("network.json");
		final List<Object> same = new ArrayList<>(List.of(image, "--stack", stack, "--resume"));
		if (network) {
			done("learn", image, "-o", learnt);
			same.addAll(List.of("--network", learnt));
		}
		final Path single = folder.resolve("single.zarr");
		done(with(same, "-o", single).toArray());
		same.addAll(List.of("-o", output));
		final Map<String, String> before = Cli.contents(folder);
		for (final int part : new int[] { 3, 1, 4 })
			done(with(same, "--part", part + "/4").toArray());
		final Cli.Run early = Cli.quick(with(same, "--join", "4").toArray());
		assertEquals(2, early.code());
		assertTrue(early.err().contains("part 2 of 4 has not been begun"), early.err());
		done(with(same, "--part", "2/4").toArray());
		// one of them was killed in its second plane: the journal ends before that, and of the plane a chunk is missing
		final Path its = folder.resolve("out.ome.zarr.part2of4.journal");
		final List<String> lines = Files.readAllLines(its);
		assertTrue(lines.get(lines.size() - 1).contains("finished"));
		Files.writeString(its, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n{\"job\":");
		final Path chunk = output.resolve("0/1/0/1/0/0"); // frame, channel, slice
		assertTrue(Files.exists(chunk));
		Files.delete(chunk);
		done(with(same, "--part", "2/4").toArray());
		assertTrue(Cli.quick(with(same, "--part", "2/4").toArray()).err().contains("complete already"));
		assertNotEquals(Cli.contents(single), Cli.contents(output), "the record is still to come");
		done(with(same, "--join", "4").toArray());
		assertSame(single, output);
		assertTrue(Cli.quick(with(same, "--part", "2/4").toArray()).err().contains("complete already"));
		final Map<String, String> after = Cli.contents(folder);
		after.keySet().removeIf(name -> name.startsWith("out.ome.zarr"));
		assertEquals(before, after, "journals are gone");
		assertFalse(Files.exists(its));
	}

	/** What a chunk holds that is missing when tasks are joined is made then. */
	@Test
	void whatIsMissingIsMadeByTheJoin() throws IOException {
		makeInput(8);
		final List<Object> same = List.of(input, "--stack", "independent");
		final Path single = folder.resolve("single.zarr");
		done(with(same, "-o", single).toArray());
		for (int part = 1; part <= 2; part++)
			done(with(same, "-o", output, "--part", part + "/2").toArray());
		Files.delete(output.resolve("0/0/1/1/0/0"));
		done(with(same, "-o", output, "--join", "2").toArray());
		assertSame(single, output);
	}

	@Test
	void pythonReadsIt() throws IOException, InterruptedException {
		final Python python = Python.find();
		Cli.image(input, Cli.plane(16, 280, 260, 1), Cli.plane(16, 280, 260, 2));
		done(input, "-o", output, "--stack", "independent");
		final String said = python.run("levels", output, folder.resolve("raw"));
		assertEquals(List.of("0 (2, 520, 560) uint16", "1 (2, 260, 280) uint16"), said.lines().toList());
		final ByteBuffer raw = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("raw"))).order(ByteOrder.LITTLE_ENDIAN);
		final Path tiff = folder.resolve("out.tif");
		done(input, "-o", tiff, "--stack", "independent");
		final ImageStack stack = ImageFiles.open(tiff).getStack();
		for (int z = 1; z <= 2; z++)
			for (int i = 0; i < 560 * 520; i++)
				if (stack.getProcessor(z).getf(i) != raw.getFloat()) throw new AssertionError("slice " + z + ", pixel " + i);
	}

	private void refused(final String words, final Object... arguments) throws IOException {
		final Map<String, String> before = Cli.contents(folder);
		final Cli.Run run = Cli.quick(arguments);
		assertEquals(2, run.code(), run.err());
		assertTrue(run.err().contains(words), run.err());
		assertEquals(1, run.err().strip().lines().filter(line -> !line.startsWith("note: ")).count(), run.err());
		assertEquals(before, Cli.contents(folder));
	}

	@Test
	void brokenInputIsRefusedInOneLine() throws IOException {
		makeInput(16);
		final Path zarr = zarr(input, "in.ome.zarr");
		final String attributes = Files.readString(zarr.resolve(".zattrs"));
		Files.writeString(zarr.resolve(".zattrs"), attributes.substring(0, attributes.length() / 2));
		refused("is no JSON", zarr, "-o", output);
		Files.writeString(zarr.resolve(".zattrs"), "{}");
		refused("is no OME-Zarr image", zarr, "-o", output);
		Files.writeString(zarr.resolve(".zattrs"), attributes);
		final Path array = zarr.resolve("0/.zarray");
		final String type = Files.readString(array);
		Files.writeString(array, type.replace("<u2", "<f8"));
		refused("0/.zarray", zarr, "-o", output);
		Files.writeString(array, type);
		// the first plane, which ImageJ looks at
		Files.write(zarr.resolve("0/0/0/0/0/0"), new byte[] { 1, 2, 3 });
		refused("0/0/0/0/0/0", zarr, "-o", output);
		final Path empty = Files.createDirectory(folder.resolve("empty.zarr"));
		refused("is no Zarr", empty, "-o", output);
		refused("does not exist", folder.resolve("none.ome.zarr"), "-o", output);
	}

	@Test
	void largePlanesHaveNoTruth() throws IOException {
		try (TiffOutput out = TiffOutput.create(input, new TiffShape(5800, 5800, 1, TiffShape.Kind.GREY8))) {
			out.finish(new ImagePlus("", new ByteProcessor(1, 1)), input);
		}
		refused("--truth: planes of this size", input, "-o", output, "--truth", input);
	}

	@Test
	void onlyAZarrIsReplaced() throws IOException {
		makeInput(16);
		Files.createDirectory(output);
		Files.writeString(output.resolve("thesis.txt"), "years");
		refused("is no Zarr", input, "-o", output);
		refused("is no Zarr", input, "-o", output, "--part", "1/2");
		Files.delete(output.resolve("thesis.txt"));
		done(input, "-o", output, "--stack", "joint");
		final Map<String, String> first = Cli.contents(output);
		Files.writeString(output.resolve("thesis.txt"), "years");
		refused("thesis.txt is no part of a Zarr", input, "-o", output);
		Files.delete(output.resolve("thesis.txt"));
		Files.writeString(output.resolve("0/0/0/0/0/0"), "another image");
		final Cli.Run left = Cli.quick(input, "-o", output, "--resume");
		assertTrue(left.err().contains("is complete already"), left.err());
		done(input, "-o", output, "--stack", "joint", "--resume", "--overwrite");
		assertEquals(first, Cli.contents(output));
		Files.writeString(folder.resolve("a.zarr"), "a file");
		refused("is a file", input, "-o", folder.resolve("a.zarr"));
		refused("one in the other", output, "-o", output.resolve("b.zarr"));
		refused("one in the other", output, "-o", output);
		refused("does not exist", input, "-o", folder.resolve("no/b.zarr"));
		// parts of another enlargement
		refused("is complete already, and tasks write into what is there", input, "-o", output, "--part", "1/2");
		refused("is of another image", input, "-o", output, "--part", "1/2", "--scale", "3", "--overwrite");
	}

	@Test
	void otherCommandsReadIt() throws IOException {
		Cli.image(input, Cli.plane(16, 64, 56, 1), Cli.plane(16, 64, 56, 2));
		final Path zarr = zarr(input, "in.ome.zarr");
		for (final String command : List.of("noise", "kernel", "preview")) {
			final Cli.Run tiff = command.equals("preview") ? Cli.quick(command, input) : Cli.run(command, input);
			final Cli.Run same = command.equals("preview") ? Cli.quick(command, zarr) : Cli.run(command, zarr);
			assertEquals(0, same.code(), same.err());
			assertEquals(withoutTime(tiff.out(), input), withoutTime(same.out(), zarr));
		}
	}

	private static String withoutTime(final String text, final Path image) {
		return text.replace(image.toString(), "IMAGE").replaceAll("(?m)^.* (s|min|h)\\b.*$", "");
	}
}
