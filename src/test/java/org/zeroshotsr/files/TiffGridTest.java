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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every flavour of TIFF is read with the right values, axes and page count, or refused in words. */
class TiffGridTest {

	private static final int SHOWN = 40;

	@TempDir
	Path folder;

	private final List<Flavour> refused = new ArrayList<>();
	private final List<String> wrong = new ArrayList<>();
	/** Messages of those that were refused, without the name of the file, and how many there were of each. */
	private final Map<String, Integer> messages = new TreeMap<>();

	@Test
	void everyFlavourIsReadRightOrRefused() throws IOException {
		final List<Flavour> flavours = Flavours.all();
		assertTrue(flavours.size() >= 1600, flavours.size() + " flavours");
		for (int i = 0; i < flavours.size(); i++)
			sort(flavours.get(i), TiffWriter.write(flavours.get(i), i));
		final String counts = String.format("%d flavours: %d right, %d refused, %d wrong", flavours.size(), flavours
			.size() - refused.size() - wrong.size(), refused.size(), wrong.size());
		assertEquals(List.of(), wrong.subList(0, Math.min(SHOWN, wrong.size())), () -> counts + lines(wrong.stream().limit(
			SHOWN).toList()) + "\nRefused:" + lines(messages.entrySet()));
		assertTrue(refused.size() <= flavours.size() / 4, () -> counts + lines(messages.entrySet()));
		assertEquals(List.of(), refused.stream().filter(Flavour::isImageJs).toList(), "ImageJ writes these itself");
	}

	private static String lines(final Collection<?> list) {
		return list.stream().map(o -> "\n" + o).collect(Collectors.joining());
	}

	private void sort(final Flavour flavour, final TiffWriter.Written written) throws IOException {
		final Path file = Files.write(folder.resolve("flavour.tif"), written.bytes());
		try {
			final String difference = new Expected(flavour, written).difference(ImageFiles.open(file));
			if (flavour.mustBeRefused()) wrong.add(flavour + ": was opened");
			else if (difference != null) wrong.add(flavour + ": " + difference);
		}
		catch (final IOException | UncheckedIOException e) {
			if (e.getMessage() == null || !e.getMessage().contains(file.toString())) wrong.add(flavour +
				": the message does not name the file: " + e.getMessage());
			else {
				refused.add(flavour);
				messages.merge(e.getMessage().replace(file.toString(), "FILE"), 1, Integer::sum);
			}
		}
		catch (final RuntimeException | Error e) {
			wrong.add(flavour + ": " + e);
		}
	}
}
