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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * Damaged and evil metadata and chunks: an IOException that names the file; nothing hangs, nothing outside is read.
 */
@Timeout(120)
class ZarrHostileTest {

	@TempDir
	Path folder;

	private Path image() {
		return folder.resolve("image.zarr");
	}

	/** Two planes of 30 x 40, Zarr 2. */
	private void two() throws IOException {
		final ZarrInfo info = Zarrs.info("XYZ", 40, 30, 2);
		try (ZarrWriter writer = ZarrWriter.create(image(), info, ZarrType.UINT16, false)) {
			for (final long[] position : Zarrs.planes(info))
				writer.write(position, 0, 0, Zarrs.plane(info, position));
		}
	}

	/** The same of Zarr 3, unpacked, every sample 1. */
	private void three() throws IOException {
		Files.createDirectories(image().resolve("0/c/0/0"));
		Files.createDirectories(image().resolve("0/c/1/0"));
		Files.writeString(image().resolve("zarr.json"), """
			{"zarr_format": 3, "node_type": "group", "attributes": {"ome": {"version": "0.5", "multiscales": [{"axes": [{"name": "z",
			"type": "space"}, {"name": "y", "type": "space"}, {"name": "x", "type": "space"}], "datasets": [{"path": "0",
			"coordinateTransformations": [{"type": "scale", "scale": [2, 0.5, 0.5]}, {"type": "translation", "translation":
			[0, 3, 4]}]}], "coordinateTransformations": [{"type": "scale", "scale": [10, 10, 10]}]}]}}}
			""");
		Files.writeString(image().resolve("0/zarr.json"), """
			{"zarr_format": 3, "node_type": "array", "shape": [2, 30, 40], "data_type": "uint8", "chunk_grid": {"name": "regular",
			"configuration": {"chunk_shape": [1, 30, 40]}}, "chunk_key_encoding": {"name": "default"}, "fill_value": 0,
			"codecs": [{"name": "bytes"}], "unknown": {"must_understand": false}}
			""");
		final byte[] ones = new byte[1200];
		Arrays.fill(ones, (byte) 1);
		Files.write(image().resolve("0/c/0/0/0"), ones);
		Files.write(image().resolve("0/c/1/0/0"), ones);
	}

	/** Sets what is at a pointer, such as /shape/0; DELETE takes it away. */
	private void set(final String file, final String pointer, final String value) throws IOException {
		final ObjectNode json = (ObjectNode) Store.JSON.readTree(image().resolve(file).toFile());
		final int slash = pointer.lastIndexOf('/');
		final JsonNode parent = json.at(pointer.substring(0, slash));
		final String name = pointer.substring(slash + 1);
		if (value.equals("DELETE")) ((ObjectNode) parent).remove(name);
		else if (parent.isArray()) ((ArrayNode) parent).set(Integer.parseInt(name), Store.JSON.readTree(value));
		else ((ObjectNode) parent).set(name, Store.JSON.readTree(value));
		// as ASCII: half a pair of surrogates is a value, too
		Files.writeString(image().resolve(file),
			Store.JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(
			json));
	}

	private void refused(final String word) {
		final IOException refused = assertThrows(IOException.class, () -> {
			final ZarrImage image = ZarrImage.open(image());
			for (final long[] position : Zarrs.planes(image.info()))
				image.read(position);
		});
		assertTrue(refused.getMessage().contains(image().toString()), refused.getMessage());
		assertTrue(refused.getMessage().contains(word), refused.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { //
		"0/.zarray ; /shape/0 ; -1 ; from 1 to", //
		"0/.zarray ; /shape/1 ; 0 ; from 1 to", //
		"0/.zarray ; /shape/1 ; 1.5 ; from 1 to", //
		"0/.zarray ; /shape/1 ; \"30\" ; from 1 to", //
		"0/.zarray ; /shape/1 ; 99999999999999999999999 ; from 1 to", //
		"0/.zarray ; /shape/1 ; 4294967326 ; from 1 to", //
		"0/.zarray ; /shape/0 ; 2147483647 ; planes", //
		"0/.zarray ; /shape ; [2, 40000, 80000] ; too large", //
		"0/.zarray ; /shape ; [30, 40] ; chunks of 3", //
		"0/.zarray ; /shape ; [] ; rows and columns", //
		"0/.zarray ; /shape ; 7 ; rows and columns", //
		"0/.zarray ; /chunks ; [30, 40] ; chunks of 2", //
		"0/.zarray ; /chunks/0 ; 0 ; from 1 to", //
		"0/.zarray ; /chunks/2 ; -40 ; from 1 to", //
		"0/.zarray ; /chunks ; [1, 2147483647, 2147483647] ; 1 GiB", //
		"0/.zarray ; /chunks ; [1, 30000, 40000] ; 1 GiB", //
		"0/.zarray ; /chunks ; [1, 3000, 4000] ; damaged", //
		"0/.zarray ; /shape ; [2, 40000, 2147483647] ; chunks a plane", //
		"0/.zarray ; /dtype ; \"<u4\" ; '<u4'", //
		"0/.zarray ; /dtype ; \"<i8\" ; '<i8'", //
		"0/.zarray ; /dtype ; \"<f8\" ; '<f8'", //
		"0/.zarray ; /dtype ; \"<f2\" ; '<f2'", //
		"0/.zarray ; /dtype ; \"|b1\" ; '|b1'", //
		"0/.zarray ; /dtype ; \"|u2\" ; byte order", //
		"0/.zarray ; /dtype ; [[\"a\", \"<u2\"]] ; type", //
		"0/.zarray ; /dtype ; DELETE ; type", //
		"0/.zarray ; /order ; \"K\" ; 'F'", //
		"0/.zarray ; /zarr_format ; 7 ; zarr_format", //
		"0/.zarray ; /filters ; [{\"id\": \"delta\"}] ; delta", //
		"0/.zarray ; /compressor ; {\"id\": \"bz2\"} ; bz2", //
		"0/.zarray ; /compressor ; {\"id\": \"blosc\"} ; damaged", //
		"0/.zarray ; /compressor ; {\"id\": \"zlib\"} ; damaged", //
		"0/.zarray ; /compressor ; {\"id\": \"gzip\"} ; damaged", //
		"0/.zarray ; /compressor ; {\"id\": \"lz4\"} ; damaged", //
		"0/.zarray ; /compressor ; null ; damaged", //
		"0/.zarray ; /compressor ; \"zstd\" ; compressor", //
		"0/.zarray ; /compressor ; DELETE ; compressor", //
		"0/.zarray ; /dimension_separator ; \"/../../\" ; '/'", //
		"0/.zarray ; /fill_value ; -1 ; fill_value", //
		"0/.zarray ; /fill_value ; \"NaN\" ; fill_value", //
		"0/.zarray ; /fill_value ; [1] ; fill_value", //
		".zattrs ; /multiscales ; [] ; multiscales", //
		".zattrs ; /multiscales ; DELETE ; multiscales", //
		".zattrs ; /multiscales ; 7 ; multiscales", //
		".zattrs ; /multiscales/0/datasets ; [] ; datasets", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"../other.zarr/0\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"0/../../other.zarr/0\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"/etc\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"C:\\\\data\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"..\\\\other.zarr\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"a\\u0000b\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"\" ; inside", //
		".zattrs ; /multiscales/0/datasets/0/path ; \"missing\" ; .zarray", //
		".zattrs ; /multiscales/0/datasets/0/path ; 0 ; path", //
		".zattrs ; /multiscales/0/version ; \"9.1\" ; 9.1", //
		".zattrs ; /multiscales/0/axes/0/name ; \"u\" ; axes", //
		".zattrs ; /multiscales/0/axes/0/name ; \"y\" ; axes", //
		".zattrs ; /multiscales/0/axes/2/name ; \"z\" ; axes", //
		".zattrs ; /multiscales/0/axes ; [\"x\", \"y\", \"z\"] ; axes", //
		".zattrs ; /multiscales/0/axes ; DELETE ; axes", //
		".zattrs ; /multiscales/0/datasets/0/coordinateTransformations/0/scale ; [1, 2] ; for 3 axes", //
		".zattrs ; /multiscales/0/datasets/0/coordinateTransformations/0/scale ; [1, 2, \"3\"] ; transformation", //
		".zattrs ; /multiscales/0/datasets/0/coordinateTransformations/0 ; {\"type\": \"affine\"} ; affine", //
		".zattrs ; /plate ; {\"wells\": [{\"path\": \"B/2\"}]} ; B/2", //
		".zattrs ; /plate ; {\"wells\": [{\"path\": \"/a\\u0000b\"}]} ; plate", //
		".zattrs ; /well ; {\"images\": [{\"path\": \"\\u0000\"}]} ; well", //
		".zattrs ; /well ; {\"images\": [{\"path\": \"3\"}]} ; one field", //
		".zattrs ; /image-label ; {} ; labels" })
	void damagedZarr2(final String file, final String pointer, final String value,
		final String word) throws IOException {
		two();
		set(file, pointer, value);
		refused(word);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { //
		"0/zarr.json ; /shape/1 ; -30 ; from 1 to", //
		"0/zarr.json ; /zarr_format ; 2 ; zarr_format", //
		"0/zarr.json ; /node_type ; \"group\" ; array", //
		"0/zarr.json ; /data_type ; \"uint32\" ; uint32", //
		"0/zarr.json ; /data_type ; \"float64\" ; float64", //
		"0/zarr.json ; /data_type ; {\"name\": \"r16\"} ; r16", //
		"0/zarr.json ; /data_type ; \"uint16\" ; endian", //
		"0/zarr.json ; /chunk_grid ; {\"name\": \"rectangular\"} ; rectangular", //
		"0/zarr.json ; /chunk_grid/configuration ; {} ; chunk", //
		"0/zarr.json ; /chunk_key_encoding ; {\"name\": \"hilbert\"} ; hilbert", //
		"0/zarr.json ; /chunk_key_encoding ; {\"name\": \"default\", \"configuration\": {\"separator\": \"../\"}} ; '.'", //
		"0/zarr.json ; /codecs ; [{\"name\": \"sharding_indexed\", \"configuration\": {}}] ; sharding", //
		"0/zarr.json ; /codecs ; [{\"name\": \"transpose\"}, {\"name\": \"bytes\"}] ; transpose", //
		"0/zarr.json ; /codecs ; [{\"name\": \"gzip\"}, {\"name\": \"bytes\"}] ; before", //
		"0/zarr.json ; /codecs ; [{\"name\": \"bytes\"}, {\"name\": \"numcodecs.lzma\"}] ; lzma", //
		"0/zarr.json ; /codecs ; [{\"name\": \"bytes\"}, {\"name\": \"crc32c\"}] ; checksum", //
		"0/zarr.json ; /codecs ; [] ; bytes", //
		"0/zarr.json ; /fill_value ; 256 ; fill_value", //
		"0/zarr.json ; /storage_transformers ; [{\"name\": \"mirror\"}] ; transformers", //
		"0/zarr.json ; /must_be_known ; {\"must_understand\": true} ; must_be_known", //
		"zarr.json ; /attributes/ome/version ; \"0.7\" ; 0.7", //
		"zarr.json ; /attributes/ome/multiscales/0/datasets/0/path ; \"..\" ; inside", //
		"zarr.json ; /attributes/ome ; {\"plate\": {}} ; plate", //
		"zarr.json ; /attributes/ome ; {\"labels\": [\"cells\"]} ; labels", //
		"zarr.json ; /attributes ; DELETE ; multiscales", //
		"zarr.json ; /node_type ; \"array\" ; above" })
	void damagedZarr3(final String file, final String pointer, final String value,
		final String word) throws IOException {
		three();
		set(file, pointer, value);
		refused(word);
	}

	@Test
	void theSameUndamagedIsRead() throws IOException {
		three();
		final ZarrImage image = ZarrImage.open(image());
		assertEquals(List.of(new ZarrAxis('X', 40, 5, 40, ""), new ZarrAxis('Y', 30, 5, 30, ""), new ZarrAxis('Z', 2, 20, 0,
			"")), image.info().axes(), "transformations are one after another");
		assertEquals(1, image.read(new long[] { 0, 0, 1 }).get(0, 29, 39));
		assertThrows(IllegalArgumentException.class, () -> image.read(new long[] { 0, 0, 2 }));
		assertThrows(IllegalArgumentException.class, () -> image.read(new long[2]));
		assertThrows(IllegalArgumentException.class, () -> image.read(new long[3], new Window(20, 0, 11, 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{\"a\": [[[", "\u0000\u0001" })
	void noJson(final String text) throws IOException {
		for (final String file : List.of(".zattrs", "0/.zarray")) {
			if (Files.exists(image())) Removal.remove(image());
			two();
			Files.writeString(image().resolve(file), text);
			refused("JSON");
		}
	}

	@Test
	void jsonWithoutAnEnd() throws IOException {
		two();
		Files.writeString(image().resolve(".zattrs"), "{\"a\":".repeat(100_000));
		refused("JSON");
		Files.writeString(image().resolve(".zattrs"), "{\"a\": \"" + "b".repeat(17_000_000));
		refused("bytes");
	}

	/** What a chunk may be, besides what it should. */
	@Test
	void damagedChunks() throws IOException {
		two();
		final Path chunk = image().resolve("0/1/0/0");
		final byte[] whole = Files.readAllBytes(chunk);
		final Plane plane = ZarrImage.open(image()).read(new long[] { 0, 0, 1 });
		for (int length = 0; length < whole.length; length += 1 + length / 10) {
			Files.write(chunk, Arrays.copyOf(whole, length));
			refused("damaged");
		}
		Files.write(chunk, Zstd.compress(new byte[2401]));
		refused("damaged: more than 2400");
		Files.write(chunk, Zstd.compress(new byte[2399]));
		refused("2399");
		// 64 MB of zeros
		Files.write(chunk, Zstd.compress(new byte[1 << 26]));
		refused("more than 2400");
		Files.write(chunk, new byte[1 << 20]);
		refused("bytes, where at most");
		final Random random = new Random(1);
		int same = 0;
		for (int i = 0; i < 300; i++) {
			final byte[] other = whole.clone();
			other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
			Files.write(chunk, other);
			try {
				assertArrayEquals(plane.data, ZarrImage.open(image()).read(new long[] { 0, 0, 1 }).data,
					"other pixels, and not a word");
				same++;
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().contains(chunk.toString()), e.getMessage());
			}
		}
		assertTrue(same < 20, same + " bits that make no difference");
	}

	@Test
	void aBombOfGzip() throws IOException {
		two();
		set("0/.zarray", "/compressor", "{\"id\": \"gzip\"}");
		final ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bomb)) {
			for (int i = 0; i < 50; i++)
				out.write(new byte[1 << 20]);
		}
		assertTrue(bomb.size() < 66_000, bomb.size() + " bytes");
		Files.write(image().resolve("0/0/0/0"), bomb.toByteArray());
		refused("more than 2400");
	}

	@Test
	void linksThatLeadOutside() throws IOException {
		two();
		final Path outside = Files.write(folder.resolve("outside"), Files.readAllBytes(image().resolve("0/0/0/0")));
		final Path chunk = image().resolve("0/0/0/0");
		Files.delete(chunk);
		link(chunk, outside);
		refused("leads out");
		Files.delete(chunk);
		link(chunk, folder.resolve("nothing"));
		refused("not there");
		Files.delete(chunk);
		link(chunk, image().resolve("0/1/0/0"));
		final ZarrImage inside = ZarrImage.open(image());
		assertArrayEquals(inside.read(new long[] { 0, 0, 1 }).data, inside.read(new long[3]).data);
		final Path array = image().resolve("0");
		Files.move(array, folder.resolve("elsewhere"));
		link(array, folder.resolve("elsewhere"));
		refused("leads out");
		// a link to the whole image is the user's own
		Files.delete(array);
		Files.move(folder.resolve("elsewhere"), array);
		Files.delete(chunk);
		link(folder.resolve("link"), image());
		assertEquals(40, ZarrImage.open(folder.resolve("link")).info().axis('X').size());
	}

	private static void link(final Path link, final Path target) throws IOException {
		try {
			Files.createSymbolicLink(link, target);
		}
		catch (final IOException | UnsupportedOperationException e) {
			assumeTrue(false, "no links here: " + e);
		}
	}

	@Test
	void whatIsNoFile() throws IOException, InterruptedException {
		two();
		final Path chunk = image().resolve("0/0/0/0");
		Files.delete(chunk);
		Files.createDirectory(chunk);
		refused("no file");
		Files.delete(chunk);
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipes here");
		assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", chunk.toString()).start().waitFor());
		refused("no file");
	}

	@Test
	void missingChunksAreFilledButNotAMissingDisk() throws IOException {
		two();
		set("0/.zarray", "/fill_value", "7");
		final ZarrImage image = ZarrImage.open(image());
		Files.delete(image().resolve("0/0/0/0"));
		assertEquals(7, image.read(new long[3]).get(0, 3, 4));
		Removal.remove(image());
		final IOException gone = assertThrows(IOException.class, () -> image.read(new long[] { 0, 0, 1 }));
		assertTrue(gone.getMessage().contains("not there any more"), gone.getMessage());
	}

	@Test
	void collectionsOfImages() throws IOException {
		two();
		final Path whole = Files.createDirectory(folder.resolve("collection.zarr"));
		Files.writeString(whole.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(whole.resolve(".zattrs"), "{\"bioformats2raw.layout\": 3}");
		assertTrue(assertThrows(IOException.class, () -> ZarrImage.open(whole)).getMessage().contains("no image"));
		Files.move(image(), whole.resolve("0"));
		assertEquals(40, ZarrImage.open(whole).info().axis('X').size());
		Files.createDirectory(whole.resolve("1"));
		assertTrue(assertThrows(IOException.class, () ->
			ZarrImage.open(whole)).getMessage().contains("more than one image"));
		// one level, and no image at all
		assertTrue(assertThrows(IOException.class, () ->
			ZarrImage.open(whole.resolve("0/0"))).getMessage().contains("above"));
		assertTrue(assertThrows(IOException.class, () ->
			ZarrImage.open(whole.resolve("1"))).getMessage().contains("no Zarr"));
		assertTrue(assertThrows(IOException.class, () ->
			ZarrImage.open(folder.resolve("none"))).getMessage().contains("no folder"));
	}

	/** Until 0.3 axes were texts, or always the same five; there were no scales. */
	@Test
	void olderVersions() throws IOException {
		two();
		set(".zattrs", "/multiscales/0/axes", "[\"z\", \"y\", \"x\"]");
		set(".zattrs", "/multiscales/0/version", "\"0.3\"");
		set(".zattrs", "/multiscales/0/datasets/0/coordinateTransformations", "DELETE");
		assertEquals("XYZ", ZarrImage.open(image()).info().letters());
		Removal.remove(image());
		ZarrWriter.create(image(), Zarrs.info("XYZCT", 40, 30, 2, 3, 4), ZarrType.UINT8, false).close();
		set(".zattrs", "/multiscales/0/axes", "DELETE");
		assertEquals("XYZCT", ZarrImage.open(image()).info().letters());
		assertEquals(3, ZarrImage.open(image()).info().axis('C').size());
	}

	/** What does not matter to the pixels is left out, with a note. */
	@Test
	void whatIsSaidOfChannelsAndScalesMayBeWrong() throws IOException {
		two();
		set(".zattrs", "/omero", "{\"channels\": [{\"label\": \"a\", \"color\": \"#00ff00\"}, {}]}");
		set(".zattrs", "/multiscales/0/datasets/0/coordinateTransformations/0/scale", "[0, -1, 0.5]");
		final ZarrImage image = ZarrImage.open(image());
		assertEquals(List.of(), image.info().channels());
		assertEquals(List.of(new ZarrAxis('X', 40, 0.5, 0, ""), ZarrAxis.of('Y', 30), ZarrAxis.of('Z', 2)),
			image.info().axes());
		assertEquals(3, image.notes().size(), image.notes().toString());
		set(".zattrs", "/omero/channels",
			"[{\"label\": \"a\", \"color\": \"#00ff00\", \"window\": {\"min\": 1, \"end\": 9}}]");
		assertEquals(List.of(new ZarrChannel("a", 0xff00, 1, 9)), ZarrImage.open(image()).info().channels());
	}

	/** Metadata with entries of other kinds and values: words, or an image, but no other exception. */
	@Test
	void anythingAnywhere() throws IOException {
		two();
		final List<String> wrong = new ArrayList<>();
		for (final String file : List.of(".zattrs", "0/.zarray")) {
			final String whole = Files.readString(image().resolve(file));
			for (final String pointer : pointers("", Store.JSON.readTree(whole)).toList())
				for (final String value : List.of("null", "-1", "1e300", "\"\\uD800\"", "\"../..\"", "[]", "{}", "[[1]]", "true",
				"NaN")) {
					set(file, pointer, value);
					try {
						ZarrImage.open(image()).read(new long[3], new Window(0, 0, 1, 1));
					}
					catch (final IOException e) {
						if (!e.getMessage().contains(image().toString())) wrong.add(pointer + " " + value + ": " + e);
					}
					catch (final IllegalArgumentException e) {
						// an image with other axes
						if (!e.getMessage().contains("a position of")) wrong.add(pointer + " " + value + ": " + e);
					}
					catch (final RuntimeException e) {
						wrong.add(pointer + " " + value + ": " + e);
					}
					Files.writeString(image().resolve(file), whole);
				}
		}
		assertEquals(List.of(), wrong);
	}

	private static Stream<String> pointers(final String at, final JsonNode json) {
		final List<Stream<String>> all = new ArrayList<>();
		if (!at.isEmpty()) all.add(Stream.of(at));
		json.properties().forEach(entry -> all.add(pointers(at + "/" + entry.getKey(), entry.getValue())));
		if (json.isArray()) for (int i = 0; i < json.size(); i++)
			all.add(pointers(at + "/" + i, json.get(i)));
		return all.stream().flatMap(s -> s);
	}
}
