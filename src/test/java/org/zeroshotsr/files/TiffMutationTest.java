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
package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import org.zeroshotsr.files.Flavour.Coding;
import org.zeroshotsr.files.Flavour.Colour;
import org.zeroshotsr.files.Flavour.Container;
import org.zeroshotsr.files.Flavour.Layout;
import org.zeroshotsr.files.Flavour.Pages;
import org.zeroshotsr.files.Flavour.Twist;
import org.zeroshotsr.imagej.Samples;

/** Damaged TIFFs are opened or refused in words, within seconds and in bounded memory; nothing else comes out. */
class TiffMutationTest {

	private static final int MUTANTS = 500;

	private static final Flavour GREY = Flavour.of(NumberType.BYTE, Colour.GREY);
	private static final Flavour DEEP = Flavour.of(NumberType.SHORT, Colour.GREY);
	private static final List<Flavour> KINDS = List.of(GREY, //
		DEEP.with(Pages.THREE).with(Container.MM), //
		DEEP.with(Pages.THREE).with(Container.BIG_II), //
		DEEP.with(Coding.LZW).with(Layout.TILES).with(Container.MM), //
		GREY.with(Coding.JPEG).with(Layout.TILES), //
		Flavour.of(NumberType.BYTE, Colour.RGB).with(Coding.LZW.predicting(2)).with(Layout.STRIPS), //
		Flavour.of(NumberType.SHORT, Colour.RGB.with(2)).planar(true).with(Layout.SCATTERED), //
		Flavour.of(NumberType.SINGLE, Colour.GREY).with(Coding.ZIP.predicting(3)).with(Layout.TILES), //
		Flavour.of(NumberType.BYTE, Colour.yCbCr(2, 2)).with(Coding.JPEG).with(Twist.JPEG_TABLES).with(Layout.STRIPS), //
		Flavour.of(NumberType.BYTE, Colour.yCbCr(2, 1)).with(Container.BIG_MM), //
		Flavour.of(NumberType.BIT, Colour.WHITE_ZERO).with(Coding.of(4)), //
		Flavour.of(NumberType.BYTE, Colour.PALETTE).with(Coding.PACK_BITS));

	@TempDir
	Path folder;

	private List<byte[]> valid() throws IOException {
		final List<byte[]> valid = new ArrayList<>(KINDS.stream().map(k -> TiffWriter.write(k, 1).bytes()).toList());
		valid.add(hyperstack());
		valid.add(bigHyperstack());
		valid.add(ome());
		return valid;
	}

	@Test
	void mutantsAreOpenedOrRefused() throws IOException, InterruptedException {
		final List<byte[]> valid = valid();
		final List<String> failures = new ArrayList<>();
		int opened = 0;
		int i = 0;
		try (Watched watched = new Watched()) {
			for (; i < MUTANTS; i++) {
				final byte[] mutant = Mutant.of(valid.get(i % valid.size()), new Random(i));
				final Watched.Outcome outcome = watched.open(Files.write(folder.resolve("mutant.tif"), mutant));
				if (outcome.failure() != null) failures.add(i + " of kind " + i % valid.size() + " " + outcome.failure());
				else if (outcome.refusal() == null) opened++;
			}
		}
		catch (final Watched.Hangs e) {
			failures.add(i + " of kind " + i % valid.size() + " " + e.getMessage() + "; those after it were not tried");
		}
		assertEquals(List.of(), failures);
		assertTrue(opened > MUTANTS / 20 && opened < MUTANTS * 19 / 20, opened + " were opened");
	}

	private byte[] hyperstack() throws IOException {
		final Path file = folder.resolve("hyperstack.tif");
		ImageFiles.save(Samples.hyperstack(), file);
		return Files.readAllBytes(file);
	}

	private byte[] bigHyperstack() throws IOException {
		final Path file = folder.resolve("hyperstack.tif");
		final ImagePlus image = Samples.hyperstack();
		try (TiffOutput output = TiffOutput.create(file, TiffShape.of(image, image.getWidth(), image.getHeight(), file))) {
			for (int i = 0; i < image.getStackSize(); i++)
				output.write(i, 0, 0, image.getStack().getProcessor(i + 1));
			output.finish(image, file, true);
		}
		return Files.readAllBytes(file);
	}

	/** A file whose description is OME-XML; its three channels are pages. */
	private byte[] ome() throws IOException {
		final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"http://www." +
			"openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" DimensionOrder=" +
			"\"XYCZT\" Type=\"uint8\" SizeX=\"9\" SizeY=\"7\" SizeC=\"3\" SizeZ=\"1\" SizeT=\"1\" PhysicalSizeX=\"0.1\">");
		for (int c = 0; c < 3; c++)
			xml.append("<Channel ID=\"Channel:0:").append(c).append("\" SamplesPerPixel=\"1\"/>");
		for (int c = 0; c < 3; c++)
			xml.append("<TiffData FirstC=\"" + c + "\" IFD=\"" + c + "\" PlaneCount=\"1\"/>");
		xml.append("</Pixels></Image></OME>");
		return TiffWriter.write(GREY.with(Pages.THREE), 2, xml.toString().getBytes(StandardCharsets.UTF_8)).bytes();
	}

	@Test
	void directoriesInACircleAreRefused() throws IOException, InterruptedException {
		for (final Container container : Container.values()) {
			final byte[] three = TiffWriter.write(DEEP.with(Pages.THREE).with(container), 1).bytes();
			final int first = new Mutant(three).directory(0);
			refused(new Mutant(three).link(3, first), "the last one leads to the first");
			refused(new Mutant(three).link(3, new Mutant(three).directory(1)), "the last one leads to the second");
			refused(new Mutant(three).link(1, first), "the first one leads to itself");
			refused(new Mutant(three).link(1, first + 12), "the second one is inside the first");
			refused(new Mutant(three).link(2, first + 2), "the third one is inside the first");
		}
	}

	@Test
	void absurdSizesAreRefused() throws IOException, InterruptedException {
		final byte[] plain = TiffWriter.write(DEEP.with(Layout.STRIPS), 1).bytes();
		refused(new Mutant(plain).set(273, true, 0xffffffffL).set(279, true, 0xffffffffL), "2^32 - 1 strips");
		refused(new Mutant(plain).set(273, true, 0xffffffffL), "2^32 - 1 offsets of strips");
		refused(new Mutant(plain).set(273, true, 1 << 28).set(279, true, 1 << 28), "2^28 strips");
		refused(new Mutant(plain).set(256, false, 0xffffffffL).set(257, false, 0xffffffffL), "4 billion pixels squared");
		refused(new Mutant(plain).set(256, false, 40000).set(257, false, 40000), "40000 pixels squared");
		refused(new Mutant(plain).set(256, false, 0), "no column");
		final byte[] big = TiffWriter.write(DEEP.with(Container.BIG_II), 1).bytes();
		refused(new Mutant(big).set(256, false, Long.MAX_VALUE).set(257, false, Long.MAX_VALUE), "2^63 pixels squared");
		refused(new Mutant(big).set(279, false, -1), "a strip of 2^64 - 1 bytes");
	}

	/** A list of 2^31 numbers is not worked through, whatever it is for. */
	@Test
	void absurdCountsAreOpenedOrRefused() throws IOException, InterruptedException {
		final Path file = folder.resolve("count.tif");
		for (final byte[] valid : valid())
			for (final int tag : new Mutant(valid).tags())
				for (final long count : new long[] { 0, 1L << 28, 0x7fffffffL, 0xffffffffL })
					try (Watched watched = new Watched()) {
						final Mutant mutant = new Mutant(valid).set(tag, true, count);
						assertNull(watched.open(Files.write(file, mutant.toBytes())).failure(), count + " numbers in tag " + tag);
					}
					catch (final Watched.Hangs e) {
						throw new AssertionError(count + " numbers in tag " + tag, e);
					}
	}

	/** Zeros by the megabyte: a few kilobytes hold no more than a few megabytes. */
	@Test
	void moreThanTheDataCanHoldIsRefused() throws IOException, InterruptedException {
		final Deflater deflater = new Deflater();
		deflater.setInput(new byte[4 << 20]);
		deflater.finish();
		final byte[] zipped = new byte[8192];
		final int length = deflater.deflate(zipped);
		deflater.end();
		final byte[] small = TiffWriter.write(GREY.with(Coding.ZIP), 1).bytes();
		final byte[] bomb = Arrays.copyOf(small, small.length + length);
		System.arraycopy(zipped, 0, bomb, small.length, length);
		for (final int side : new int[] { 60000, 40000, 20000 })
			refused(new Mutant(bomb).set(273, false, small.length).set(279, false, length).set(256, false, side).set(257,
				false, side).set(278, false, side), side + " pixels squared in " + length + " bytes of ZIP");
	}

	@Test
	void moreImagesThanTheFileHoldsAreRefused() throws IOException, InterruptedException {
		final Path file = folder.resolve("stack.tif");
		ImageFiles.save(new ImagePlus("one", new ByteProcessor(90, 70)), file);
		final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		final int at = text.indexOf("ImageJ=");
		assertTrue(at > 0);
		final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		for (final String images : List.of("2", "5000000", "2147483647", "99999999999")) {
			final byte[] claim = ("ImageJ=1.54p\nimages=" + images + "\n\0").getBytes(StandardCharsets.ISO_8859_1);
			final byte[] longer = Arrays.copyOf(bytes, bytes.length + claim.length);
			System.arraycopy(claim, 0, longer, bytes.length, claim.length);
			refused(new Mutant(longer).set(270, false, bytes.length).set(270, true, claim.length), images + " images");
		}
	}

	/** That a file is refused with a sentence that a user can do something with. */
	private void refused(final Mutant mutant, final String what) throws IOException, InterruptedException {
		final Path file = Files.write(folder.resolve("absurd.tif"), mutant.toBytes());
		final Watched.Outcome outcome;
		try (Watched watched = new Watched()) {
			outcome = watched.open(file);
		}
		catch (final Watched.Hangs e) {
			throw new AssertionError(what, e);
		}
		assertNull(outcome.failure(), what);
		assertTrue(outcome.refusal() != null, what + ": was opened");
		final String message = outcome.refusal().replace(file.toString(), "");
		assertTrue(message.length() > 20 && !message.matches("(?s).*(\\bnull\\b|Exception|Error\\b|java\\.|-\\d).*"), what +
			": " + message);
	}
}
