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
package org.zeroshotsr.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseEstimator;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.PlaneReport;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.train.Training;

/**
 * The report of a run as an HTML page.
 *
 * @param input     the image's name
 * @param output    the result's, or "" for an image in memory
 * @param report    of the run
 * @param options   that it was started with, a measured kernel's samples among them
 * @param size      of the input's pixels
 * @param notes     all that the user was told
 * @param facts     of which the report knows nothing, such as a comparison with the truth; mostly empty
 * @param methods   the sentence for a paper's methods, or null
 * @param gathering of the run's images
 */
public record Page(String input, String output, Report report, Options options, PixelSize size, List<String> notes,
	Map<String, String> facts, String methods, Gathering gathering)
{

	private static final String MAKING = "making the report's page";
	private static final Factor ONE = new Factor(1, 1);

	/** A reader of the page loads nothing and runs nothing, whatever is in it. */
	private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

	/** Whether a file's name is one for a page. */
	public static boolean isName(final Path file) {
		return file.getFileName() != null && file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".+\\.html?");
	}

	/**
	 * Checks, before any work, that pages can be made on this computer.
	 *
	 * @throws BadInput in words
	 */
	public static void check() {
		Charts.check();
	}

	/** The same, and that there are pages of such runs. */
	public static void check(final Options options) {
		if (options.enlargesZ() && options.enlargesPlanes()) throw new BadInput("a page shows one step at a time; enlarge along z first " +
			"(scale 1), and then the planes of that (z-scale 1), or ask for a report whose name ends in .json");
		check();
	}

	/** Writes the page, which appears whole or not at all; takes a second or so for each channel. */
	public void write(final Path file, final Progress progress) throws IOException {
		write(file, html(progress));
	}

	/** Writes, in the place of a page, why there is no result. */
	public static void writeFailure(final Path file, final String version, final String status, final String message)
		throws IOException
	{
		final Html html = begun(status);
		html.raw("<header>").element("h1", "Zero-Shot SR: " + status).raw("</header>\n<section class=\"verdict\">").element("p", message)
			.raw("</section>\n");
		write(file, ended(html, version));
	}

	private static void write(final Path file, final String html) throws IOException {
		WholeFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
	}

	/** All of it. */
	String html(final Progress progress) {
		final List<Channel> channels = new ArrayList<>();
		for (final Shown shown : gathering.channels()) {
			progress.update(Status.of(MAKING, channels.size(), gathering.channels().size()));
			progress.checkCanceled();
			channels.add(new Channel(shown));
		}
		final Html html = begun(input);
		html.raw("<header>").element("h1", "Zero-Shot SR report").raw("<p class=\"file\">").words(input).raw(
			"</p></header>\n<section class=\"verdict\" aria-label=\"Verdict\">\n<p>").words(gathering.upright() ? Sentences.worth(report).replace("bicubic enlargement", "cubic interpolation") : Sentences.worth(
				report)).raw(" ").words(
				gathering.upright() ? Sentences.BETWEEN : Sentences.beyond(
					channels.stream().map(c -> c.limit).toList(), size)).raw("</p>\n</section>\n");
		warnings(html);
		channels.forEach(channel -> channel.places(html));
		channels.forEach(channel -> channel.spectra(html));
		channels.forEach(channel -> channel.estimates(html));
		if (gathering.count() > channels.size()) html.element("p class=\"note\"", "Of " + gathering.count() +
			" channels the first " + channels.size() + " are shown.");
		facts(html);
		differing(html);
		if (methods != null) html.raw("<section>").element("h2", "For the methods section").element("blockquote", methods).raw(
			"</section>\n");
		html.raw("<section>").element("h2", "Record").element("p", "The same line is in the result's metadata.").element("pre", report
			.runRecord()).raw("</section>\n");
		return ended(html, report.version());
	}

	private static Html begun(final String title) {
		final Html html = new Html();
		html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
			.raw(POLICY).raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n").raw(
				"<meta name=\"color-scheme\" content=\"light dark\">\n").element("title", "Zero-Shot SR report: " + title).raw(
					"<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n<main>\n");
		return html;
	}

	private static String ended(final Html html, final String version) {
		return html.raw("</main>\n<footer>").element("p", "Made by Zero-Shot SR " + version +
			". All that is shown is in this file: it loads nothing from anywhere.").raw("</footer>\n</body>\n</html>\n").toString();
	}

	private static String style() {
		try (InputStream in = Page.class.getResourceAsStream("page.css")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private void warnings(final Html html) {
		if (notes.isEmpty()) return;
		html.raw("<section>").element("h2", "Warnings and notes").raw("<ul>\n");
		notes.forEach(note -> html.element("li", note));
		html.raw("</ul></section>\n");
	}

	private void facts(final Html html) {
		final Map<String, String> rows = new LinkedHashMap<>();
		final String type = gathering.channels().isEmpty() ? "" : ", " + gathering.channels().get(0).pixel().text(gathering
			.colours());
		rows.put("Input", input + " (" + text(report.axes(), report.input()) + type + ")");
		rows.put("Result", (output.isEmpty() ? "" : output + " ") + "(" + text(report.axes(), report.output()) + type + ")");
		rows.put("Pixel size", size.known() ? size + " \u00b5m, of the result " + size.dividedBy(options.scale().rows(), options.scale().columns()) +
			" \u00b5m" : "not known");
		if (!report.estimates().isEmpty()) rows.put("Found in the image", String.join("; ", report.estimates()));
		rows.put("Training", report.steps() + " steps" + (report.planes().size() > 1 ? " on " + report.planes().size() + " planes" : "") +
			", " + Status.duration(report.seconds()) + " in all");
		rows.put("Gain", Double.isNaN(report.gain()) ? "none: nothing to learn from" : String.format(Locale.ROOT,
			"%+.2f dB over bicubic on the image's own shrunken copy", report.gain()));
		if (!report.verdicts().isEmpty()) rows.put("Verdict", String.join("; ", report.verdicts()));
		rows.put("Fidelity", report.fidelity());
		if (report.saturated() > 0) rows.put("Saturated", report.saturated() + " samples are cut off at the pixel type's range");
		rows.put("Device", report.device() + ", " + report.precision() + " (" + report.precisionReason() + ")");
		if (!report.tensorflow().isEmpty()) rows.put("TensorFlow", report.tensorflow());
		rows.putAll(facts);
		html.raw("<section>").element("h2", "What was done").raw("<div class=\"wide\"><table>\n<tbody>\n").rows(rows.entrySet().stream()
			.map(row -> List.of(row.getKey(), row.getValue())).toList()).raw("</tbody></table></div></section>\n");
	}

	/** "512 x 400, 3 C, 12 Z". */
	private static String text(final String axes, final long[] size) {
		final StringBuilder text = new StringBuilder(size[axes.indexOf('X')] + " x " + size[axes.indexOf('Y')]);
		for (int d = 0; d < size.length; d++)
			if ("XYS".indexOf(axes.charAt(d)) < 0) text.append(", ").append(size[d]).append(' ').append(axes.charAt(d));
		return text.toString();
	}

	private void differing(final Html html) {
		final Map<String, String> defaults = Options.defaults().toMap();
		final List<List<String>> rows = new ArrayList<>();
		report.options().forEach((name, value) -> {
			if (!value.equals(defaults.get(name))) rows.add(List.of(name, value, String.valueOf(defaults.get(name)), isFound(name)
				? "found in the image" : "given"));
		});
		html.raw("<section>").element("h2", "Options that differ from the defaults");
		if (rows.isEmpty()) html.element("p", "None.");
		else html.raw("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Option</th><th scope=\"col\">Value</th><th scope=\"col\">" +
			"Default</th><th scope=\"col\">Where from</th></tr></thead>\n<tbody>\n").rows(rows).raw("</tbody></table></div>\n");
		html.raw("</section>\n");
	}

	private boolean isFound(final String name) {
		return report.estimates().stream().anyMatch(estimate -> estimate.matches("(?s)(.* )?" + name + "=.*"));
	}

	private Factor factor() {
		return gathering.factor();
	}

	/** What is shown of a channel. */
	private final class Channel {

		private final Shown shown;
		/** " of channel 2", or nothing. */
		private final String of;
		/** "Channel 2: ", or nothing. */
		private final String heading;
		private final Recipe recipe;
		private final Plane input;
		private final NoiseModel noise;
		private final RadialSpectrum spectrum;
		private final RadialSpectrum floor;
		private final double limit;

		Channel(final Shown shown) {
			this.shown = shown;
			of = gathering.count() == 1 ? "" : " of channel " + (shown.channel() + 1);
			heading = gathering.count() == 1 ? "" : "Channel " + (shown.channel() + 1) + ": ";
			final Options used = options.with(report.options());
			recipe = gathering.upright() ? used.axialRecipe(shown.channel()) : used.recipe(shown.channel());
			input = filled(shown.middle().input());
			noise = taken();
			spectrum = gathering.upright() || IntensityRange.of(input) == null ? null : RadialSpectrum.of(input, ONE);
			floor = gathering.upright() || noise == null ? null : RadialSpectrum.of(noise, input);
			limit = spectrum == null ? RadialSpectrum.NYQUIST : spectrum.limit(floor);
		}

		/** In grey levels, holes filled, colours averaged. */
		private Plane filled(final Plane plane) {
			Holes.fill(plane);
			return plane.grey();
		}

		/** The noise that the run took, in grey levels; null for none. */
		private NoiseModel taken() {
			if (recipe.noise() == null || recipe.noise().isUnknown()) return null;
			final NoiseModel model = recipe.noise().model();
			final IntensityRange range = IntensityRange.of(input);
			if (!recipe.noise().relative()) return model;
			return range == null ? null : new NoiseModel(model.gain() * range.size(), model.read() * range.size(), model.offset() * range
				.size() + range.low(), model.correlation());
		}

		void places(final Html html) {
			html.raw("<section>").element("h2", title("where there is most to see"));
			html.raw("<div class=\"places").raw(gathering.layers().size() > 1 ? " mapped" : "").raw("\">\n<figure class=\"overview\"><div class=\"pic\">").picture("", Picture.of(tall(shown.overview()), range(
				shown.overview()), Picture.Palette.GREY), "the input" + of + ", with the places that are shown beside it");
			int number = 1;
			for (final Area place : shown.places())
				html.raw(String.format(Locale.ROOT, "<span class=\"mark\" style=\"left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%\">%d</span>",
					100.0 * (place.window().x() - shown.seen().x()) / shown.seen().width(), 100.0 * (place.window().y() - shown.seen().y()) /
						shown.seen().height(), 100.0 * place.window().width() / shown.seen().width(), 100.0 * place.window().height() / shown
							.seen().height(), number++));
			bar(html, shown.seen().width(), true);
			html.raw("</div>").element("figcaption", "The input" + of + plane() + (shown
				.seen().height() * (long) shown.seen().width() < report.input()[report.axes().indexOf('X')] * report.input()[report.axes()
					.indexOf(gathering.upright() ? 'Z' : 'Y')] ? ", its middle" : "") + ", and the places.").raw("</figure>\n");
			table(html);
			html.raw("</div></section>\n");
		}

		private String title(final String words) {
			return heading.isEmpty() ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : heading + words;
		}

		/** An input as thick as the result. */
		private Plane tall(final Plane low) {
			return gathering.upright() ? Upright.tall(low, factor().height(low.height)) : low;
		}

		/** What the result is compared with. */
		private String simple() {
			return gathering.upright() ? "cubic" : "bicubic";
		}

		/** ", Z 4, T 2" counted from 1, or nothing. */
		private String plane() {
			return Arrays.stream(shown.place().split(" ")).filter(axis -> !axis.isEmpty() && !axis.startsWith("C")).map(axis -> gathering
				.upright() && axis.startsWith("Z") ? ", its xz slice at y " + axis.substring(1) : ", " + axis.charAt(0) + " " + (Long.parseLong(
					axis.substring(1)) + 1)).collect(Collectors.joining());
		}

		private Picture.Range range(final Plane plane) {
			return plane.channels > 1 && shown.pixel().bits() == 8 ? new Picture.Range(0, 255) : Picture.Range.of(plane);
		}

		private void table(final Html html) {
			final Map<Layer, Picture.Range> maps = new EnumMap<>(Layer.class);
			for (final Layer layer : gathering.layers())
				if (layer != Layer.RESULT) maps.put(layer, Picture.Range.of(shown.places().stream().map(p -> p.layer(layer)).filter(
					p -> p != null).toList(), layer != Layer.UNCERTAINTY));
			html.raw("<div class=\"wide\"><table class=\"pictures\">\n<thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Input</th>" +
				"<th scope=\"col\">" + (gathering.upright() ? "Cubic along z" : "Bicubic") + "</th><th scope=\"col\">Result</th>");
			maps.keySet().forEach(layer -> html.raw("<th scope=\"col\">").words(name(layer)).raw("</th>"));
			html.raw("</tr></thead>\n<tbody>\n");
			for (int i = 0; i < shown.places().size(); i++)
				row(html, i + 1, shown.places().get(i), maps);
			html.raw("</tbody></table></div>\n");
			html.raw("<p class=\"note\">").words("Input, " + simple() + " and result of a place are shown between the same grey levels, which " +
				"stand beside it; nothing is smoothed for display.").raw("</p>\n");
			if (!maps.isEmpty()) legend(html, maps);
		}

		private void row(final Html html, final int number, final Area place, final Map<Layer, Picture.Range> maps) {
			final Plane low = place.input();
			final Picture.Range range = range(low);
			final String where = "place " + number + of;
			html.raw("<tr><th scope=\"row\">").words(String.valueOf(number)).raw("<small>").words("x " + place.window().x() + (gathering.upright() ? ", z "
				: ", y ") + place.window().y()).raw("<br>").words("grey levels " + range.text()).raw("</small></th>");
			cell(html, Picture.of(tall(low), range, Picture.Palette.GREY), "input, " + where, place, true);
			cell(html, Picture.of(place.bicubic(), range, Picture.Palette.GREY), simple() + " enlargement, " + where, place, false);
			final Plane result = place.layer(Layer.RESULT);
			cell(html, result == null ? null : Picture.of(result, range, Picture.Palette.GREY), "result, " + where, place, false);
			maps.forEach((layer, its) -> {
				final Plane map = place.layer(layer);
				cell(html, map == null ? null : Picture.of(map.largest(), its, palette(layer)), name(layer).toLowerCase(Locale.ROOT) + " map, " +
					where, place, false);
			});
			html.raw("</tr>\n");
		}

		private void cell(final Html html, final String uri, final String alternative, final Area place, final boolean labelled) {
			html.raw("<td>");
			if (uri == null) html.words("not kept: an earlier run had done this plane");
			else {
				html.raw("<div class=\"pic\">").picture("class=\"pixels\"", uri, alternative);
				bar(html, place.window().width(), labelled);
				html.raw("</div>");
			}
			html.raw("</td>");
		}

		/** @param columns of the input that the picture shows */
		private void bar(final Html html, final int columns, final boolean labelled) {
			final ScaleBar bar = ScaleBar.of(size, columns);
			html.raw(String.format(Locale.ROOT, "<span class=\"bar\" style=\"width:%.3f%%\">", 100 * bar.pixels() / columns)).words(labelled
				? bar.text() : "").raw("</span>");
		}

		private Picture.Palette palette(final Layer layer) {
			return layer == Layer.UNCERTAINTY ? Picture.Palette.HEAT : Picture.Palette.SIGNED;
		}

		private String name(final Layer layer) {
			return layer.text().substring(0, 1).toUpperCase(Locale.ROOT) + layer.text().substring(1);
		}

		private void legend(final Html html, final Map<Layer, Picture.Range> maps) {
			html.raw("<dl class=\"legend\">\n");
			maps.forEach((layer, range) -> {
				final String unit = layer == Layer.CONSISTENCY && recipe.noise() != null ? " standard deviations of the noise" : " grey levels";
				html.raw("<dt>").words(name(layer)).raw("</dt><dd>").words(ScaleBar.digits(range.low())).raw(" ").picture(
					"class=\"scale\"", Picture.of(palette(layer)), "colours from low to high").raw(" ").words(ScaleBar.digits(range.high()) +
						unit + ". " + switch (layer) {
							case CONSISTENCY -> "The input minus the shrunken result.";
							case UNCERTAINTY -> "Half width of the interval around the result that holds the truth for 90 % of the pixels.";
							case NEW -> "Where the result differs from " + simple() + " enlargement by more than the uncertainty.";
							case RESULT -> throw new IllegalStateException();
						}).raw("</dd>\n");
			});
			html.raw("</dl>\n");
		}

		void spectra(final Html html) {
			final Plane result = shown.middle().layer(Layer.RESULT);
			html.raw("<section>").element("h2", title("before and after"));
			if (result == null) html.element("p", "The result of this plane was not kept: an earlier run had done it.");
			else {
				html.raw("<div class=\"charts\">\n");
				if (!gathering.upright()) spectrum(html, filled(result));
				final Histogram histogram = Histogram.of(shown.pixel().whole(), shown.middle().input(), shown.middle().layer(Layer.RESULT));
				chart(html, histogram == null ? null : Charts.histogram(histogram), "Histograms of input (before) and result (after)" + (gathering
					.colours() ? ", the mean of the colours" : "") + ".", "There is no histogram: the plane has one value alone.");
				html.raw("</div>\n").element("p class=\"note\"", "Of the " + shown.middle().window().width() + " x " + shown.middle().window()
					.height() + " " + (gathering.upright() ? "voxels in the slice's middle." : "pixels in the input's middle."));
			}
			html.raw("</section>\n");
		}

		private void spectrum(final Html html, final Plane large) {
			final Plane bicubic = filled(shown.middle().bicubic());
			final RadialSpectrum after = RadialSpectrum.of(large, factor());
			final String spectra = spectrum == null || after == null ? null : Charts.spectra(spectrum, RadialSpectrum.of(bicubic, factor()),
				after, floor, limit);
			chart(html, spectra, "Power spectra, means over all directions, of input, bicubic enlargement and result. Right of the mark " +
				"the result is the network's word alone. " + Sentences.why(limit, size, floor != null),
				"There is no spectrum: the plane is too small, or has one value alone.");
		}

		private void chart(final Html html, final String uri, final String caption, final String missing) {
			if (uri == null) html.element("p", missing);
			else html.raw("<figure>").picture("class=\"chart\" width=\"" + Charts.WIDTH + "\" height=\"" + Charts.HEIGHT + "\"", uri, caption)
				.element("figcaption", caption).raw("</figure>\n");
		}

		void estimates(final Html html) {
			html.raw("<section>").element("h2", title(gathering.upright() ? "noise and training" : "noise, training and blur")).raw(
				"<div class=\"charts three\">\n");
			if (gathering.upright()) html.element("p", noise == null ? "The run took no noise to be there." : "The run took " + words(noise) + ".");
			else measured(html);
			chart(html, Charts.training(trainings()), "Training: the network's loss (mean absolute error on the training crops), and how much " +
				"better than " + (gathering.upright() ? "cubic interpolation it rebuilds the planes from copies that are shrunk along one axis."
					: "bicubic it rebuilds the image from its own shrunken copy."),
				"Nothing was trained for this plane: it has one value alone, or a network was given.");
			if (!gathering.upright() && recipe.kernel() != null) blur(html, recipe.kernel());
			html.raw("</div></section>\n");
		}

		private void measured(final Html html) {
			String said = null;
			NoiseEstimate measured = null;
			try {
				measured = NoiseEstimator.estimate(List.of(shown.middle().input()));
			}
			catch (final BadInput e) {
				said = "The noise cannot be measured: " + e.getMessage() + ".";
			}
			final String plot = measured == null ? null : Charts.noise(measured, noise);
			chart(html, plot, "Noise: variance against mean of even blocks in the input's middle; blocks far above the others hold structure, and are outside of the frame" + (noise == null
				? "; the run took none to be there." : ". The run took " + words(noise) + "."), said != null ? said
					: "There is no noise that could be drawn: no block of the image has any.");
		}

		private void blur(final Html html, final Kernel kernel) {
			final Plane picture = KernelPicture.of(kernel);
			final boolean measuredKernel = KernelPicture.isMeasured(kernel);
			final String caption = "Blur: the kernel that the run took for the microscope's, " + channelValue(report.options().get(
				Option.KERNEL.text())) + ". " + (measuredKernel ? "One square is a pixel of the result." : picture.width /
					KernelPicture.FINENESS + " x " + picture.height / KernelPicture.FINENESS + " pixels of the input.");
			html.raw("<figure>").picture("class=\"kernel pixels\"", Picture.of(picture, Picture.Range.of(List.of(picture), false),
				Picture.Palette.HEAT), caption).element("figcaption", caption).raw("</figure>\n");
		}

		/** Of values for several channels, with ; between them, this one's. */
		private String channelValue(final String text) {
			final String[] values = text.split(";");
			return values.length == gathering.count() ? values[shown.channel()] : text;
		}

		private String words(final NoiseModel model) {
			final Correlation shared = model.correlation();
			return "a gain of " + ScaleBar.digits(model.gain()) + " grey levels a photo-electron, read noise of " + ScaleBar.digits(model
				.read()) + " and an offset of " + ScaleBar.digits(model.offset()) + " grey levels" + (shared.isNone() ? "" : ", of which " +
					"neighbours share " + ScaleBar.digits(shared.at(1, 0)) + " and " + ScaleBar.digits(shared.at(0, 1)) + " (rows, columns)");
		}

		/** Of the plane that is shown, or of the first of its channel that was trained on. */
		private List<Training> trainings() {
			final List<PlaneReport> trained = report.planes().stream().filter(p -> p.trainings().stream().anyMatch(t -> t.loss().length > 0))
				.toList();
			final String channel = gathering.count() == 1 ? "" : shown.place().replaceFirst("^.*(C\\d+).*$", "$1");
			return trained.stream().filter(p -> p.position().equals(shown.place())).findFirst().or(() -> trained.stream().filter(p -> List
				.of(p.position().split(" ")).contains(channel) || channel.isEmpty()).findFirst()).map(PlaneReport::trainings).orElse(List
					.of());
		}
	}
}
