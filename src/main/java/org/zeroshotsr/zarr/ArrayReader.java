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

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the metadata of an array: .zarray of Zarr 2, zarr.json of Zarr 3; refuses in words what cannot be read. */
final class ArrayReader {

	/** Larger chunks would have to be unpacked whole into memory. */
	private static final long MOST_CHUNK = 1 << 30;
	private static final Set<String> KNOWN_3 = Set.of("zarr_format", "node_type", "shape", "data_type", "chunk_grid",
		"chunk_key_encoding", "fill_value", "codecs", "attributes", "storage_transformers", "dimension_names");

	private final Store store;
	private final String path;
	private final String file;
	private final JsonNode json;

	private ArrayReader(final Store store, final String path, final String file, final JsonNode json) {
		this.store = store;
		this.path = path;
		this.file = file;
		this.json = json;
	}

	/** The array at a path inside the folder. */
	static ZarrArray read(final Store store, final String path) throws IOException {
		final JsonNode three = store.json(path + "/zarr.json");
		if (three != null) return new ArrayReader(store, path, path + "/zarr.json", three).three();
		final JsonNode two = store.json(path + "/.zarray");
		if (two != null) return new ArrayReader(store, path, path + "/.zarray", two).two();
		throw store.damaged(path, "has no .zarray and no zarr.json, where the image's metadata say that there is an array");
	}

	private ZarrArray two() throws IOException {
		if (json.path("zarr_format").asInt() != 2) throw damaged("its zarr_format is " + json.get("zarr_format") +
			", where 2 is expected");
		final String code = json.path("dtype").asText();
		final ZarrType type = code.matches("[<>|].*") ? type(code.substring(1), code) : unsupported(
			"samples of the type " + json.get("dtype"));
		if (type.bytes > 1 && code.startsWith("|")) throw damaged("its dtype " + code + " has no byte order");
		final JsonNode filters = json.path("filters");
		if (filters.size() > 0) throw refused("the filter " + filters.get(0).path("id"));
		final List<Codec> codecs = new ArrayList<>();
		final JsonNode compressor = json.path("compressor");
		if (compressor.isObject()) codecs.add(switch (compressor.path("id").asText()) {
			case "zlib" -> Codec.ZLIB;
			case "gzip" -> Codec.GZIP;
			case "zstd" -> Codec.ZSTD;
			case "blosc" -> Codec.BLOSC;
			case "lz4" -> Codec.LZ4;
			default -> unsupported("the compressor " + compressor.path("id") +
				" beside none, zlib, gzip, zstd, blosc and lz4");
		});
		else if (!compressor.isNull()) throw damaged("its compressor is " + compressor);
		return array(type, code.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, json.path("chunks"),
			choice(json.path("order"), "C", "F").equals("F"), codecs, "", choice(json.path("dimension_separator"), ".", "/"));
	}

	private ZarrArray three() throws IOException {
		if (json.path("zarr_format").asInt() != 3) throw damaged("its zarr_format is " + json.get("zarr_format") +
			", where 3 is expected");
		if (!json.path("node_type").asText().equals("array")) throw damaged(
			"is no array, where the image's metadata say so");
		for (final var entry : json.properties())
			if (!KNOWN_3.contains(entry.getKey()) && !(entry.getValue().isObject() && entry.getValue().path("must_understand")
				.isBoolean() && !entry.getValue().path("must_understand").asBoolean())) throw refused("the extension " +
				entry.getKey());
		if (json.path("storage_transformers").size() > 0) throw refused("storage transformers");
		final JsonNode grid = json.path("chunk_grid");
		if (!grid.path("name").asText().equals("regular")) throw refused("the chunk grid " + grid.path("name"));
		final String name = json.path("data_type").asText();
		final ZarrType type = type(name.replace("uint", "u").replace("int", "i").replace("float", "f")
			.replaceFirst("8$", "1").replaceFirst("16$", "2").replaceFirst("32$", "4"), name.isEmpty() ? String.valueOf(json.get("data_type")) : name);
		final JsonNode keys = json.path("chunk_key_encoding");
		final JsonNode separator = keys.path("configuration").path("separator");
		final String encoding = keys.isTextual() ? keys.asText() : keys.path("name").asText();
		final boolean old = encoding.equals("v2");
		if (!old && !encoding.equals("default")) throw refused("the chunk key encoding '" + encoding + "'");
		final String between = old ? choice(separator, ".", "/") : choice(separator, "/", ".");
		final List<Codec> codecs = new ArrayList<>();
		final ByteOrder order = codecs(type, codecs);
		return array(type, order, grid.path("configuration").path("chunk_shape"), false, codecs, old ? "" : "c" + between,
			between);
	}

	/** Fills the list with what unpacks, and returns the order of bytes. */
	private ByteOrder codecs(final ZarrType type, final List<Codec> codecs) throws IOException {
		ByteOrder order = null;
		for (final JsonNode codec : json.path("codecs")) {
			final String name = codec.isTextual() ? codec.asText() : codec.path("name").asText();
			if (name.equals("sharding_indexed")) throw refused("sharding (the codec sharding_indexed)");
			if (name.equals("bytes") && order == null) {
				final JsonNode endian = codec.path("configuration").path("endian");
				if (endian.isMissingNode() && type.bytes > 1) throw damaged("its codec bytes has no endian");
				order = choice(endian, "little", "big").equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
			}
			else codecs.add(0, switch (order == null ? "" : name) {
				case "gzip" -> Codec.GZIP;
				case "zstd" -> Codec.ZSTD;
				case "blosc" -> Codec.BLOSC;
				case "crc32c" -> Codec.CRC32C;
				default -> unsupported("the codec '" + name + "'" + (order == null ? " before the codec bytes" : "") +
					" beside bytes, gzip, zstd, blosc and crc32c");
			});
		}
		if (order == null) throw damaged("has no codec bytes");
		return order;
	}

	private ZarrArray array(final ZarrType type, final ByteOrder order, final JsonNode chunks, final boolean columns,
		final List<Codec> codecs, final String prefix, final String separator) throws IOException
	{
		final long[] shape = sizes(json.path("shape"), "shape");
		final long[] chunk = sizes(chunks, "shape of a chunk");
		if (chunk.length != shape.length) throw damaged("has " + shape.length + " dimensions, and chunks of " +
			chunk.length);
		long bytes = type.bytes;
		final int[] sizes = new int[chunk.length];
		for (int d = 0; d < chunk.length; d++) {
			sizes[d] = (int) chunk[d];
			bytes = bytes > MOST_CHUNK ? bytes : bytes * chunk[d];
		}
		if (bytes > MOST_CHUNK) throw refused("chunks of over 1 GiB, " + json.path("shape") + " in chunks of " + chunks);
		return new ZarrArray(path, shape, sizes, type, order, columns, fill(type), List.copyOf(codecs), prefix, separator);
	}

	private long[] sizes(final JsonNode sizes, final String what) throws IOException {
		final long[] all = new long[sizes.size()];
		for (int d = 0; d < all.length; d++) {
			final JsonNode size = sizes.get(d);
			if (!size.isIntegralNumber() || !size.canConvertToInt() || size.asInt() < 1) throw damaged("its " + what + " is " +
				sizes + ", where each size must be from 1 to 2147483647");
			all[d] = size.asInt();
		}
		if (all.length < 2) throw damaged("its " + what + " is " + sizes +
			", where rows and columns at least are expected");
		return all;
	}

	private float fill(final ZarrType type) throws IOException {
		final JsonNode fill = json.path("fill_value");
		if (fill.isNull() || fill.isMissingNode()) return 0;
		if (type == ZarrType.FLOAT32) {
			if (fill.isNumber()) return (float) fill.asDouble();
			if (fill.asText().matches("0x\\p{XDigit}{8}")) return Float.intBitsToFloat(Integer.parseUnsignedInt(fill.asText()
				.substring(2), 16));
			if (fill.asText().matches("NaN|-?Infinity")) return Float.parseFloat(fill.asText());
		}
		else if (fill.isNumber()) {
			final double value = fill.asDouble();
			if (value == Math.rint(value) && value >= type.type().getMinValue() && value <= type.type().getMaxValue())
				return (float) value;
		}
		throw damaged("its fill_value is " + fill + ", which its samples cannot be");
	}

	private ZarrType type(final String code, final String name) throws IOException {
		for (final ZarrType type : ZarrType.values())
			if (type.code.equals(code)) return type;
		throw damaged("has samples of the type '" + name + "', which cannot be read; 8 and 16 bit, with or without sign, " +
			"and 32-bit floats can, for nothing of them is lost");
	}

	/** One of two texts; the first where there is none. */
	private String choice(final JsonNode json, final String first, final String second) throws IOException {
		if (json.isMissingNode() || json.isTextual() && json.asText().equals(first)) return first;
		if (json.isTextual() && json.asText().equals(second)) return second;
		throw damaged("has " + json + ", where '" + first + "' or '" + second + "' is expected");
	}

	private <T> T unsupported(final String what) throws IOException {
		throw refused(what);
	}

	private IOException refused(final String what) {
		return damaged("uses " + what + ", which cannot be read");
	}

	private IOException damaged(final String words) {
		return store.damaged(file, words);
	}
}
