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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.Planes;

class PageTest {

	private static final Pattern PICTURE = Pattern.compile("<img ([^>]*)src=\"data:image/png;base64,([^\"]*)\" alt=\"([^\"]*)\">");

	@TempDir
	private Path folder;

	/** A picture of the page, by the words that stand for it. */
	private static BufferedImage picture(final String html, final String alternative) throws IOException {
		final Matcher pictures = PICTURE.matcher(html);
		while (pictures.find())
			if (pictures.group(3).equals(alternative)) return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(pictures
				.group(2))));
		throw new AssertionError("there is no picture " + alternative);
	}

	private static List<String> alternatives(final String html) {
		final List<String> all = new ArrayList<>();
		final Matcher pictures = PICTURE.matcher(html);
		while (pictures.find())
			all.add(pictures.group(3));
		assertEquals(all.size(), html.split("<img ", -1).length - 1);
		return all;
	}

	private static String html(final Planes image, final Options options, final PixelSize size, final Layer... maps) {
		return Pages.page(image, options, size, Pages.run(image, options.scale(), maps)).html(Progress.NONE);
	}

	/** Input, bicubic and result between the same grey levels: those of the input's place. */
	@Test
	void theSameGreyLevelsHaveTheSameGrey() throws IOException {
		final Plane plane = Pages.noisy(1, 192, 192, 1);
		final Planes image = Pages.grey(plane);
		final Options options = Pages.options();
		final Gathering gathering = Pages.run(image, options.scale());
		final String html = Pages.page(image, options, PixelSize.UNKNOWN, gathering).html(Progress.NONE);
		final Area place = gathering.channels().get(0).places().get(1);
		final IntensityRange range = IntensityRange.of(place.input());
		assertTrue(html.contains("grey levels " + ScaleBar.digits(range.low()) + " to " + ScaleBar.digits(range.high())));
		assertGreys(place.input(), range, picture(html, "input, place 2"));
		assertGreys(place.bicubic(), range, picture(html, "bicubic enlargement, place 2"));
		assertGreys(place.layer(Layer.RESULT), range, picture(html, "result, place 2"));
	}

	private static void assertGreys(final Plane plane, final IntensityRange range, final BufferedImage picture) {
		assertEquals(plane.width, picture.getWidth());
		assertEquals(plane.height, picture.getHeight());
		for (int i = 0; i < plane.data.length; i++) {
			final long wanted = Math.round(255 * Math.max(0, Math.min(1, (plane.data[i] - range.low()) / range.size())));
			assertEquals(wanted, picture.getRaster().getSample(i % plane.width, i / plane.width, 0));
		}
	}

	/** Its length on every picture of a place is the same part of the width, by the calibration. */
	@Test
	void theBarIsAsLongAsItSays() {
		final Planes image = Pages.grey(Pages.noisy(1, 192, 192, 1));
		final String html = html(image, Pages.options(), new PixelSize(0.2, 0.2), Layer.CONSISTENCY);
		final Matcher bars = Pattern.compile("<img class=\"pixels\"[^>]*><span class=\"bar\" style=\"width:([0-9.]+)%\">([^<]*)<").matcher(
			html);
		int count = 0;
		while (bars.find()) {
			final String text = bars.group(2);
			assertTrue(text.equals(count % 4 == 0 ? "5 \u00b5m" : ""), text);
			// 96 pixels of 0.2 micrometres
			assertEquals(5 / (96 * 0.2) * 100, Double.parseDouble(bars.group(1)), 0.001);
			count++;
		}
		assertEquals(3 * 4, count);
	}

	@Test
	void whatComesFromOutsideIsEscaped() throws IOException {
		final Planes image = Pages.grey(Pages.noisy(1, 40, 40, 1));
		final Options options = Pages.options();
		final Path file = folder.resolve("page.html");
		Pages.page(image, options, PixelSize.UNKNOWN, Pages.run(image, options.scale()), "<script>alert(1)</script>", "a & b \u0000\ud800 \u5206").write(
			file, Progress.NONE);
		final String html = Files.readString(file);
		assertFalse(html.contains("<script"), "a script");
		assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
		assertTrue(html.contains("/data/a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39; \u00fc\u4e2d.tif"));
		assertTrue(html.contains("a &amp; b \ufffd\ufffd \u5206"));
		assertTrue(html.contains("Enlarged &lt;twofold&gt; &amp; more."));
		assertTrue(html.contains("out &lt;2&gt;.tif"));
		// nothing but pictures, each in the page itself
		assertEquals(List.of(), Pattern.compile("(?:src|href|url\\(|@import|action)\\s*=?\\s*[\"']?(?!\"?data:)[a-z/]*:?//").matcher(html)
			.results().map(r -> r.group()).toList());
		try (java.util.stream.Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	void saysWhatDiffersAndWhatWasTold() {
		final Planes image = Pages.grey(Pages.noisy(1, 64, 64, 1));
		final Options options = Pages.options("scale", "3", "noise", "poisson:2,5,100");
		final Gathering gathering = Pages.run(image, options.scale());
		final String html = Pages.page(image, options, new PixelSize(0.1, 0.1), gathering, "the image was saturated").html(Progress.NONE);
		assertTrue(html.contains("<tr><th scope=\"row\">scale</th><td>3</td><td>2</td><td>given</td></tr>"));
		assertFalse(html.contains("<tr><th scope=\"row\">depth</th>"));
		assertTrue(html.contains("<li>the image was saturated</li>"));
		assertTrue(html.contains("its error is 25 % of bicubic enlargement&#39;s."));
		assertTrue(html.contains("is the network&#39;s word alone"));
		assertTrue(html.contains("RUN Zero-Shot SR 1.2.3: preset=auto scale=3"));
		assertTrue(html.contains("a gain of 2 grey levels a photo-electron, read noise of 5"));
	}

	/** Colours, floats with holes, constant and tiny planes, uneven factors, several channels. */
	@Test
	void everyKindOfImageHasAPage() throws IOException {
		final Plane holes = Pages.noisy(1, 70, 90, 1);
		for (int i = 0; i < 900; i++)
			holes.data[i] = Float.NaN;
		final Plane nothing = new Plane(1, 30, 30);
		java.util.Arrays.fill(nothing.data, Float.NaN);
		final Plane bytes = Pages.plane(60, 60, (y, x) -> 128 + 100 * Math.sin(0.4 * x) * Math.cos(0.3 * y));
		final Plane colours = new Plane(3, 60, 60);
		for (int c = 0; c < 3; c++)
			System.arraycopy(bytes.data, 0, colours.data, 3600 * c, 3600);
		final PixelSize none = PixelSize.UNKNOWN;
		final String float32 = html(Pages.planes(new FloatType(), "XY", new long[] { 90, 70 }, holes), Pages.options("noise",
			"gaussian:1.25%"), none, Layer.UNCERTAINTY);
		assertEquals(0, picture(float32, "the input, with the places that are shown beside it").getColorModel().getNumComponents() - 1);
		html(Pages.planes(new FloatType(), "XY", new long[] { 30, 30 }, nothing), Pages.options(), none);
		final String flat = html(Pages.grey(Pages.plane(40, 40, (y, x) -> 7)), Pages.options(), none);
		assertTrue(flat.contains("There is no spectrum") && flat.contains("There is no histogram"), "a constant plane");
		html(Pages.grey(Pages.noisy(1, 8, 8, 1)), Pages.options("scale", "1x3.7"), none);
		final BufferedImage rgb = picture(html(Pages.planes(new UnsignedByteType(), "XYS", new long[] { 60, 60, 3 }, colours), Pages
			.options(), none), "input, place 1");
		assertEquals(3, rgb.getColorModel().getNumComponents());
		// of 8-bit colours 0 is black and 255 white
		final int[] seen = rgb.getRaster().getPixel(3, 3, new int[3]);
		assertArrayEquals(new int[] { seen[0], seen[0], seen[0] }, seen);
		final String channels = html(Pages.planes(new UnsignedShortType(), "XYCZ", new long[] { 60, 60, 6, 3 }, bytes), Pages.options(),
			none);
		assertTrue(channels.contains("Of 6 channels the first 4 are shown.") && channels.contains("plane") || channels.contains(
			"The input of channel 4, Z 2"));
		assertEquals(4 * 3, alternatives(channels).stream().filter(a -> a.startsWith("result, ")).count());
	}

	/** What nothing packs well: noise, in all layers. */
	@Test
	void aLargeOneIsUnderFiveMegabytes() {
		final Planes image = Pages.grey(Pages.noisy(1, 1024, 1024, 1));
		final int length = html(image, Pages.options(), PixelSize.UNKNOWN, Layer.CONSISTENCY, Layer.UNCERTAINTY, Layer.NEW).getBytes(
			StandardCharsets.UTF_8).length;
		assertTrue(length < 5_000_000, length + " bytes");
	}

	@Test
	void wherePlanesWereDoneBeforeItSaysSo() {
		final Planes image = Pages.grey(Pages.noisy(1, 64, 64, 1));
		final Gathering gathering = Gathering.of(image, Pages.options().growth(), Progress.NONE);
		gathering.watch((position, y, x, part) -> 0);
		final String html = Pages.page(image, Pages.options(), PixelSize.UNKNOWN, gathering).html(Progress.NONE);
		assertEquals(3, html.split("not kept: an earlier run had done this plane", -1).length - 1);
		assertEquals(0, alternatives(html).stream().filter(a -> a.startsWith("result, ")).count());
	}

	/** Input and enlargement of the same grey levels have the same histogram, whatever the width of the bins. */
	@Test
	void histogramsCountAllPixels() {
		final Plane low = Pages.plane(50, 50, (y, x) -> (y * 50 + x) % 300);
		final Histogram whole = Histogram.of(true, low, Resizes.enlarge(50, 50, new org.zeroshotsr.resize.Factor(1, 1)).apply(low));
		double sum = 0;
		for (int i = 0; i < whole.levels().length; i++) {
			assertEquals(whole.shares()[0][i], whole.shares()[1][i], 1e-12);
			sum += whole.shares()[0][i];
		}
		assertEquals(1, sum, 0.005);
		assertEquals(4, whole.levels()[1] - whole.levels()[0]);
		// each of the lower levels is there 9 times
		assertEquals(4 * 9.0 / 2500, whole.shares()[0][20], 1e-9);
	}

	@Test
	void namesOfPages() {
		assertTrue(Page.isName(Path.of("a/run.html")) && Page.isName(Path.of("RUN.HTM")));
		assertFalse(Page.isName(Path.of("run.json")) || Page.isName(Path.of("html")) || Page.isName(Path.of("a.html.gz")));
	}
}
