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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the metadata of an image's group (ngff.openmicroscopy.org/0.4, 0.5): which array is the full resolution, and
 * what is said of its axes and channels. Older versions than 0.4 are read as far as they are the same.
 */
final class GroupReader {

	private static final Set<String> VERSIONS = Set.of("", "0.1", "0.2", "0.3", "0.4", "0.5");
	/** An image of more planes is no image. */
	private static final long MOST_PLANES = 10_000_000;
	/** Of a plane: with more of them, to look for files would take hours. */
	private static final long MOST_CHUNKS = 1 << 22;

	private final Store store;
	private final String file;
	private final JsonNode attributes;
	private final List<String> notes = new ArrayList<>();

	/** The group's own attributes, in whichever file they are. */
	GroupReader(final Store store) throws IOException {
		this.store = store;
		final JsonNode three = store.json("zarr.json");
		if (three != null) {
			file = "zarr.json";
			if (three.path("node_type").asText().equals("array")) throw alone();
			attributes = three.path("attributes");
			return;
		}
		file = ".zattrs";
		if (store.has(".zarray")) throw alone();
		final JsonNode two = store.json(".zattrs");
		if (two == null) throw store.damaged("", store.has(".zgroup") ? "is a Zarr group without metadata of an image"
			: "is no Zarr: it has no zarr.json and no .zattrs");
		attributes = two;
	}

	private IOException alone() {
		return store.damaged("",
			"is one array of a Zarr, without an image's metadata; give the image's folder, which is above it");
	}

	/** What OME's metadata are in: "ome" since 0.5. */
	private JsonNode ome() {
		return attributes.path("ome").isObject() ? attributes.path("ome") : attributes;
	}

	/** Of the run that made it, or null. */
	JsonNode record() {
		return attributes.get(ZarrWriter.RECORD);
	}

	List<String> notes() {
		return notes;
	}

	/** Whether this is a group as bioformats2raw makes it, with images "0", "1", .. */
	boolean isCollection() {
		return !ome().has("multiscales") && ome().has("bioformats2raw.layout") && !ome().has("plate");
	}

	/** @throws IOException in words, where this is no image */
	JsonNode multiscale() throws IOException {
		final JsonNode ome = ome();
		if (ome.has("plate")) throw store.damaged("", "is a plate of many images; give the path of one field, such as " +
			store.folder() + "/" + ome.path("plate").path("wells").path(0).path("path").asText("A/1") + "/0");
		if (ome.has("well")) throw store.damaged("", "is a well of a plate; give the path of one field, such as " +
			store.folder() + "/" + ome.path("well").path("images").path(0).path("path").asText("0"));
		if (ome.has("image-label")) throw store.damaged("", "is an image of labels, which have no intensities");
		final JsonNode all = ome.path("multiscales");
		if (!all.isArray() || all.isEmpty()) throw store.damaged("", ome.has("labels")
			? "is a group of labels, which have no intensities; give the image's folder, which is above it"
			: "is no OME-Zarr image: its " + file + " has no multiscales");
		if (all.size() > 1) notes.add("its metadata have " + all.size() + " multiscales, of which the first was read");
		final String version = all.get(0).path("version").asText(ome.path("version").asText());
		if (!VERSIONS.contains(version)) throw damaged("is of version " + version +
			" of OME-Zarr, which is not known; 0.4 and 0.5 are read");
		return all.get(0);
	}

	/** Path of the full resolution. */
	String path(final JsonNode multiscale) throws IOException {
		final JsonNode path = multiscale.path("datasets").path(0).path("path");
		if (!path.isTextual()) throw damaged("its multiscales have no datasets with a path");
		return store.inside(file, path.asText());
	}

	ZarrInfo info(final JsonNode multiscale, final ZarrArray array) throws IOException {
		final String letters = letters(multiscale.path("axes"), array.shape().length);
		final int n = letters.length();
		if (n != array.shape().length) throw damaged("has " + n + " axes, where its array " + array.path() + " has " + array
			.shape().length);
		final double[] scale = new double[n];
		final double[] shift = new double[n];
		Arrays.fill(scale, 1);
		transform(multiscale.path("datasets").path(0).path("coordinateTransformations"), scale, shift);
		transform(multiscale.path("coordinateTransformations"), scale, shift);
		final List<ZarrAxis> axes = new ArrayList<>();
		long planes = 1;
		for (int d = n - 1; d >= 0; d--) {
			final boolean known = scale[d] > 0 && Double.isFinite(scale[d]) && Double.isFinite(shift[d]);
			if (!known) notes.add("its scale along " + letters.charAt(d) + " is " + scale[d] + ", which was left out");
			axes.add(new ZarrAxis(letters.charAt(d), array.shape()[d], known ? scale[d] : 1, known ? shift[d] : 0, known ?
				multiscale.path("axes").path(d).path("unit").asText("") : ""));
			if (d < n - 2) planes = Math.min(MOST_PLANES + 1, planes * array.shape()[d]);
		}
		if (planes > MOST_PLANES) throw store.damaged(array.path(), "has more than " + MOST_PLANES + " planes");
		final long rows = array.shape()[n - 2] / array.chunk()[n - 2] + 1;
		final long chunks = rows * (array.shape()[n - 1] / array.chunk()[n - 1] + 1);
		if (chunks > MOST_CHUNKS) throw store.damaged(array.path(), "has " + chunks + " chunks a plane, where at most " +
			MOST_CHUNKS + " are read; write it in larger chunks");
		final ZarrAxis channel = axes.stream().filter(axis -> axis.letter() == 'C').findFirst().orElse(null);
		final String name = multiscale.path("name").asText("");
		return new ZarrInfo(name.isBlank() ? ome().path("omero").path("name").asText("") : name, axes,
			channels(channel == null ? 1 : channel.size()));
	}

	/** In the array's order, in capitals. */
	private String letters(final JsonNode axes, final int dimensions) throws IOException {
		// until 0.3 there were always five
		if (axes.isMissingNode() && dimensions == 5) return "TCZYX";
		final StringBuilder letters = new StringBuilder();
		for (final JsonNode axis : axes)
			letters.append(axis.isTextual() ? axis.asText() : axis.path("name").asText("?"));
		final String names = letters.toString();
		if (names.length() != axes.size() || !names.matches("[tcz]*yx") || names.chars().distinct()
			.count() != names.length()) throw damaged("has the axes " + axes + ", where t, c and z, each once at most, and then y and x are expected");
		return names.toUpperCase(Locale.ROOT);
	}

	private void transform(final JsonNode steps, final double[] scale, final double[] shift) throws IOException {
		for (final JsonNode step : steps) {
			final String type = step.path("type").asText();
			if (type.equals("identity")) continue;
			final JsonNode values = step.path(type);
			if (!type.equals("scale") && !type.equals("translation") || !values.isArray()) throw damaged(
				"has the coordinate transformation " + step + ", where lists for scale and translation are read");
			if (values.size() != scale.length) throw damaged("has the coordinate transformation " + step + " for " +
				scale.length + " axes");
			for (int d = 0; d < scale.length; d++) {
				if (!values.get(d).isNumber()) throw damaged("has the coordinate transformation " + step);
				final double value = values.get(d).asDouble();
				if (type.equals("scale")) {
					scale[d] *= value;
					shift[d] *= value;
				}
				else shift[d] += value;
			}
		}
	}

	private List<ZarrChannel> channels(final long count) {
		final JsonNode all = ome().path("omero").path("channels");
		if (all.isEmpty()) return List.of();
		if (all.size() != count) {
			notes.add("its metadata name " + all.size() + " channels, where it has " + count + "; they were left out");
			return List.of();
		}
		final List<ZarrChannel> channels = new ArrayList<>();
		for (final JsonNode channel : all) {
			final String colour = channel.path("color").asText().replaceFirst("^#", "");
			final JsonNode window = channel.path("window");
			channels.add(new ZarrChannel(channel.path("label").asText(""), colour.matches("\\p{XDigit}{6}") ? Integer.valueOf(
				colour, 16) : null, number(window, "start", "min"), number(window, "end", "max")));
		}
		return channels;
	}

	private static double number(final JsonNode json, final String name, final String other) {
		return json.path(name).asDouble(json.path(other).asDouble(Double.NaN));
	}

	private IOException damaged(final String words) {
		return store.damaged(file, words);
	}
}
