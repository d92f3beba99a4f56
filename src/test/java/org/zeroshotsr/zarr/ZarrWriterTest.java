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
package org.zeroshotsr.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.Window;

class ZarrWriterTest {

	@TempDir
	Path folder;

	private Path image() {
		return folder.resolve("out.ome.zarr");
	}

	@ParameterizedTest
	@ValueSource(strings = { "XY", "YX", "XYZ", "XYC", "XYT", "XYZT", "XYCZT", "XYZCT", "TZCYX" })
	void everyOrderOfAxesComesBack(final String letters) throws IOException {
		final long[] sizes = letters.chars().mapToLong(letter -> 30 + letter % 7).toArray();
		for (int d = 0; d < sizes.length; d++)
			if ("ZCT".indexOf(letters.charAt(d)) >= 0) sizes[d] = 2 + letters.charAt(d) % 3;
		final ZarrInfo info = Zarrs.info(letters, sizes);
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT8, false)) {
			for (final long[] position : Zarrs.planes(info)) {
				assertFalse(writer.isWhole(position));
				writer.write(position, 0, 0, Zarrs.plane(info, position));
				assertTrue(writer.isWhole(position));
			}
		}
		final ZarrImage back = ZarrImage.open(image());
		for (final long[] position : Zarrs.planes(info)) {
			final long[] there = new long[position.length];
			for (int d = 0; d < there.length; d++)
				there[back.info().letters().indexOf(letters.charAt(d))] = position[d];
			assertArrayEquals(Zarrs.plane(info, position).data, back.read(there).data);
		}
	}

	/** Rounding, cutting off and counting are {@link PlaneIO}'s. */
	@ParameterizedTest
	@EnumSource
	void storesWhatPlaneIOWould(final ZarrType type) throws IOException {
		storesWhatPlaneIOWould(type, type.type());
	}

	@SuppressWarnings("unchecked")
	private <T extends NativeType<T> & RealType<T>> void storesWhatPlaneIOWould(final ZarrType type,
		final RealType<?> of) throws IOException
	{
		final Plane plane = new Plane(1, 40, 50);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) ((random.nextDouble() * 1.4 - 0.2) * (type.bytes == 1 ? 256 : 65536) * (i % 3 - 0.5)) / 2;
		plane.data[3] = 2.5f;
		plane.data[4] = 3.5f;
		plane.data[5] = Float.NaN;
		plane.data[6] = Float.POSITIVE_INFINITY;
		plane.data[7] = -Float.MAX_VALUE;
		final Img<T> wanted = new ArrayImgFactory<>((T) of).create(50, 40);
		final long saturated = PlaneIO.write(plane, wanted, 0, 1, -1, new long[2], 0, 0);
		assertTrue(saturated > 10 || type == ZarrType.FLOAT32);
		long counted = 0;
		try (ZarrWriter writer = ZarrWriter.create(image(), Zarrs.info("XY", 50, 40), type, false)) {
			for (int y = 0; y < 40; y += 20)
				counted += writer.write(new long[2], y, 0, plane.crop(new Window(y, 0, 20, 50)));
		}
		assertEquals(saturated, counted);
		assertArrayEquals(PlaneIO.read(wanted, 0, 1, -1, new long[2]).data, ZarrImage.open(image()).read(new long[2]).data);
	}

	@Test
	void mergedColoursBecomeChannels() throws IOException {
		final ZarrInfo info = Zarrs.info("XYST", 1200, 30, 3, 2);
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT8, false)) {
			for (final long[] position : Zarrs.planes(info))
				Zarrs.tiles(writer, position, Zarrs.plane(info, position), 11, 500, 1);
			assertThrows(IllegalArgumentException.class, () -> writer.write(new long[4], 0, 0, new Plane(1, 2, 2)));
		}
		final ZarrImage back = ZarrImage.open(image());
		assertEquals("XYCT", back.info().letters());
		final Plane plane = Zarrs.plane(info, new long[] { 0, 0, 0, 1 });
		for (int c = 0; c < 3; c++) {
			final Plane channel = back.read(new long[] { 0, 0, c, 1 });
			for (int y = 0; y < 30; y++)
				for (int x = 0; x < 1200; x++)
					assertEquals(plane.get(c, y, x), channel.get(0, y, x));
		}
	}

	@Test
	void metadataComeBack() throws IOException {
		final ZarrInfo in = new ZarrInfo("cells \u00b5 \ud83d\udd2c", List.of(new ZarrAxis('X', 20, 0.325, 0, "micron"),
			new ZarrAxis(
			'Y', 10, 0.325, -2, "\u00b5m"), new ZarrAxis('Z', 3, 2, 0, "micrometer"), ZarrAxis.of('C', 2), new ZarrAxis('T', 1,
				60, 0,
				"sec")), List.of(new ZarrChannel("DAPI", 0x0000ff, 100, 2000), new ZarrChannel("GFP", null, Double.NaN,
					Double.NaN)));
		final ZarrInfo out = in.enlarged(2, 2.5, 20, 50);
		final JsonNode record = Store.JSON.readTree("{\"options\": {\"factor\": 2}, \"note\": \"\\u00e9\"}");
		try (ZarrWriter writer = ZarrWriter.create(image(), out, ZarrType.UINT16, false)) {
			writer.finish(record);
		}
		ZarrWriter.open(image(), out, ZarrType.UINT16).close();
		final ZarrImage back = ZarrImage.open(image());
		assertEquals(new ZarrInfo(out.name(), out.axes(), List.of(out.channels().get(0), new ZarrChannel("GFP", 0xffffff, 0,
			65535))), back.info());
		assertEquals(record, back.record());
		assertEquals(ZarrType.UINT16, back.type());
		final ZarrAxis x = back.info().axis('X');
		assertEquals(0.13, x.micrometres(), 1e-12);
		assertEquals(-0.0975, x.translation(), 1e-12, "half of what a pixel has become smaller by");
		assertEquals(60, back.info().axis('T').seconds());
		assertTrue(Double.isNaN(back.info().axis('C').micrometres()));
	}

	/** Of 20 chunks of 4 MiB, which is more than is kept. */
	@Test
	void manyReadAtOnce() throws IOException {
		final ZarrInfo info = Zarrs.info("XYZ", 1024, 1024, 20);
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.FLOAT32, false)) {
			final Plane plane = new Plane(1, 1024, 1024);
			for (final long[] position : Zarrs.planes(info)) {
				Arrays.fill(plane.data, position[2]);
				writer.write(position, 0, 0, plane);
			}
		}
		final ZarrImage back = ZarrImage.open(image());
		new Random(1).ints(600, 0, 20 * 1000).parallel().forEach(at -> {
			try {
				assertEquals(at / 1000, back.read(new long[] { 0, 0, at / 1000 }, new Window(at % 1000, 3, 2, 2)).data[3]);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	/** Chunks appear while their plane is in progress; what is held does not grow with the plane. */
	@Test
	void chunksAreWrittenAsSoonAsTheyAreWhole() throws IOException {
		try (ZarrWriter writer = ZarrWriter.create(image(), Zarrs.info("XY", 100, 5000), ZarrType.UINT8, false)) {
			for (int y = 0; y < 4200; y += 100) {
				writer.write(new long[2], y, 0, new Plane(1, 100, 100));
				assertEquals(y + 100 >= 1024, Files.exists(image().resolve("0/0/0")));
				assertEquals(y + 100 >= 2048, Files.exists(image().resolve("1/0/0")));
			}
		}
		assertTrue(Files.exists(image().resolve("0/3/0")));
		assertFalse(Files.exists(image().resolve("0/4/0")));
	}

	/** 2.5 thousand million pixels: neither all of them, nor their number, fit an array. */
	@Test
	void planesOfOver2To31Pixels() throws IOException {
		final int size = 50_000;
		final int at = 48 * 1024;
		final Plane part = new Plane(1, size - at, size - at);
		for (int i = 0; i < part.data.length; i++)
			part.data[i] = i % 251;
		try (ZarrWriter writer = ZarrWriter.create(image(), Zarrs.info("XY", size, size), ZarrType.UINT8, false)) {
			writer.write(new long[2], at, at, part);
			assertFalse(writer.isWhole(new long[2]));
		}
		final ZarrImage back = ZarrImage.open(image());
		assertArrayEquals(part.data, back.read(new long[2], new Window(at, at, part.height, part.width)).data);
		assertEquals(0, back.read(new long[2], new Window(at - 1, at, 1, 1)).data[0], "not written");
		assertThrows(IOException.class, () -> back.read(new long[2]));
	}

	@Test
	void aPlaneIsGivenOnceAndWhole() throws IOException {
		final ZarrInfo info = Zarrs.info("XYZ", 30, 30, 2);
		final long[] second = { 0, 0, 1 };
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT8, false)) {
			writer.write(new long[3], 0, 0, new Plane(1, 10, 30));
			assertThrows(IllegalStateException.class, () -> writer.write(second, 0, 0, new Plane(1, 10, 30)));
			assertThrows(IllegalStateException.class, () -> writer.finish(null));
			assertThrows(IllegalStateException.class, () -> writer.write(new long[3], 9, 29, new Plane(1, 1, 1)));
			assertThrows(IllegalArgumentException.class, () -> writer.write(second, 25, 0, new Plane(1, 10, 30)));
			assertThrows(IllegalArgumentException.class, () -> writer.write(new long[] { 0, 0, 2 }, 0, 0, new Plane(1, 1, 1)));
			writer.abandon();
			writer.write(new long[3], 0, 0, new Plane(1, 30, 30));
			writer.write(new long[3], 0, 0, new Plane(1, 30, 30));
			writer.write(second, 0, 0, new Plane(1, 30, 30));
		}
	}

	@Test
	void onlyAZarrIsOverwritten() throws IOException {
		final ZarrInfo info = Zarrs.info("XYC", 30, 30, 1);
		Files.createDirectory(image());
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT8, false)) {
			writer.write(new long[3], 0, 0, new Plane(1, 30, 30));
		}
		assertThrows(BadInput.class, () -> ZarrWriter.create(image(), info, ZarrType.UINT8, false));
		final Path foreign = Files.writeString(image().resolve("0/thesis.doc"), "all my work");
		final BadInput refused = assertThrows(BadInput.class, () -> ZarrWriter.create(image(), info, ZarrType.UINT8, true));
		assertTrue(refused.getMessage().contains("thesis.doc"), refused.getMessage());
		assertTrue(Files.exists(image().resolve("0/0/0/0")), "nothing has been removed");
		Files.delete(foreign);
		ZarrWriter.create(image(), Zarrs.info("XY", 5, 5), ZarrType.FLOAT32, true).close();
		assertFalse(Files.exists(image().resolve("0/0")));
		final Path other = Files.createDirectory(folder.resolve("other"));
		Files.writeString(other.resolve("1"), "no Zarr");
		assertThrows(BadInput.class, () -> ZarrWriter.create(other, info, ZarrType.UINT8, true));
		assertThrows(BadInput.class, () -> ZarrWriter.create(other.resolve("1"), info, ZarrType.UINT8, true));
		assertEquals("no Zarr", Files.readString(other.resolve("1")));
		try (var all = Files.list(folder)) {
			assertEquals(2, all.count(), "nothing is left beside");
		}
	}

	@ParameterizedTest
	@CsvSource({ "XY, 30, 31, UINT8, shape", "XY, 30, 30, UINT16, dtype", "XZ, 30, 30, UINT8, axes" })
	void anotherImageIsNotJoined(final String letters, final int width, final int height, final ZarrType type,
		final String word) throws IOException
	{
		ZarrWriter.create(image(), Zarrs.info("XYZ", 30, 30, 1), ZarrType.UINT8, false).close();
		final ZarrInfo other = letters.equals("XY") ? Zarrs.info("XYZ", width, height, 1) : Zarrs.info("XYT", 30, 30, 1);
		final BadInput refused = assertThrows(BadInput.class, () -> ZarrWriter.join(image(), other, type));
		assertTrue(refused.getMessage().contains(word), refused.getMessage());
		assertThrows(BadInput.class, () -> ZarrWriter.open(image(), new ZarrInfo("another", Zarrs.info("XYZ", 30, 30,
			1).axes(), List.of()), ZarrType.UINT8));
		assertThrows(IOException.class, () -> ZarrWriter.open(folder.resolve("none"), other, type));
	}

	/** What is looked at while other tasks make and remove it is there or not there, and no fault. */
	@Test
	void aFolderThatComesAndGoesIsNoFault() throws Exception {
		final Path image = image();
		final AtomicBoolean ended = new AtomicBoolean();
		final ExecutorService other = Executors.newSingleThreadExecutor();
		final Future<Void> comesAndGoes = other.submit(() -> {
			while (!ended.get()) {
				Files.createDirectory(image);
				Files.delete(image);
			}
			return null;
		});
		try {
			for (int n = 0; n < 20000; n++) {
				assertEquals(image.getFileName(), ZarrFolder.target(image).getFileName());
				assertTrue(ZarrFolder.isFree(image));
				ZarrWriter.checkJoinable(image);
			}
		}
		finally {
			ended.set(true);
			comesAndGoes.get();
			other.shutdown();
		}
	}

	/** As the tasks of an array do, which begin together. */
	@Test
	void manyJoinAtOnce() throws Exception {
		final ZarrInfo info = Zarrs.info("XYZ", 700, 30, 16);
		final ExecutorService tasks = Executors.newFixedThreadPool(8);
		for (int n = 0; n < 10; n++) {
			final Path image = folder.resolve(n + ".zarr");
			if (n % 2 == 0) Files.createDirectory(image);
			final List<Callable<Void>> all = new ArrayList<>();
			for (int task = 0; task < 8; task++) {
				final int first = task;
				all.add(() -> {
					try (ZarrWriter writer = ZarrWriter.join(image, info, ZarrType.UINT8)) {
						for (int z = first; z < 16; z += 8) {
							final long[] position = { 0, 0, z };
							writer.write(position, 0, 0, Zarrs.plane(info, position));
						}
						writer.finish(Store.JSON.createObjectNode());
					}
					return null;
				});
			}
			for (final Future<Void> task : tasks.invokeAll(all))
				task.get();
			final ZarrImage back = ZarrImage.open(image);
			for (final long[] position : Zarrs.planes(info))
				assertArrayEquals(Zarrs.plane(info, position).data, back.read(position).data);
		}
		tasks.shutdown();
		try (var all = Files.list(folder)) {
			assertEquals(10, all.count(), "nothing is left beside");
		}
	}

	@Test
	void axesThatOmeZarrHasNotAreRefused() {
		for (final String letters : List.of("XZ", "XYA", "XYSC", "XYZZ"))
			assertThrows(BadInput.class, () -> ZarrWriter.create(image(), Zarrs.info(letters, new long[letters.length()]),
				ZarrType.UINT8, false), letters);
	}

	/** A folder that has gone, with its disk or by somebody's hand, is not made again. */
	@Test
	void aVanishedFolderIsAnError() throws IOException {
		final ZarrInfo info = Zarrs.info("XYZ", 30, 30, 2);
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT8, false)) {
			writer.write(new long[3], 0, 0, new Plane(1, 30, 30));
			Removal.remove(image());
			final IOException failure = assertThrows(IOException.class, () -> writer.write(new long[] { 0, 0, 1 }, 0, 0,
				new Plane(1, 30, 30)));
			assertTrue(failure.getMessage().contains(image().getFileName().toString()), failure.getMessage());
			assertFalse(Files.exists(image()));
		}
		final IOException nowhere = assertThrows(IOException.class, () -> ZarrWriter.create(folder.resolve("no/such/a.zarr"), info,
			ZarrType.UINT8, false));
		assertTrue(nowhere.getMessage().contains("no folder can be written in"), nowhere.getMessage());
	}
}
