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
