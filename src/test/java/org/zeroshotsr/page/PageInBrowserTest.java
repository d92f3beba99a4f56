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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Planes;

/** The page in a real browser. */
class PageInBrowserTest {

	/** Where nobody listens. */
	private static final String BEACON = "http://127.0.0.1:9/style.css";

	@TempDir
	private Path folder;
	private Path page;
	private Chromium chromium;

	@BeforeEach
	void makePage() throws IOException, InterruptedException {
		chromium = Chromium.find(folder);
		final Planes image = Pages.grey(Pages.noisy(1, 192, 192, 1));
		final Options options = Pages.options("noise", "poisson:2,5,100");
		page = folder.resolve("run.html");
		Pages.page(image, options, new PixelSize(0.1, 0.1), Pages.run(image, options.scale(), Layer.CONSISTENCY, Layer.UNCERTAINTY,
			Layer.NEW), "a <b>note</b>").write(page, Progress.NONE);
	}

	/** As it is: nothing on the console, and nothing asked for but the file itself. */
	@Test
	void isQuietAndAsksForNothing() throws IOException, InterruptedException {
		final Path net = folder.resolve("net.json");
		final Chromium.Said said = chromium.open(page, "--log-net-log=" + net);
		assertTrue(said.document().contains("a &lt;b&gt;note&lt;/b&gt;"), "the document");
		assertEquals(List.of(), said.log().lines().filter(line -> line.contains("CONSOLE")).toList());
		assertEquals(List.of(), asked(net));
	}

	/** What documents asked for, but for what they hold themselves; the browser's own requests have no origin. */
	private static List<String> asked(final Path net) throws IOException {
		final JsonNode log = new ObjectMapper().readTree(net.toFile());
		final int begins = log.at("/constants/logEventTypes/URL_REQUEST_START_JOB").asInt(-1);
		final List<String> asked = new ArrayList<>();
		for (final JsonNode event : log.get("events"))
			if (event.get("type").asInt() == begins && event.at("/params").has("url") && !event.at("/params/initiator").asText().equals("not an origin")) asked.add(event
				.at("/params/url").asText());
		return asked;
	}

	/** In a copy that lets a script look, and asks for something, which is noticed: every picture is there, has a size, and is seen; nothing is wider than the window. */
	@Test
	void everyPictureIsShown() throws IOException, InterruptedException {
		final Path copy = folder.resolve("copy.html");
		final String look = "<link rel=\"stylesheet\" href=\"" + BEACON + "\"><script>addEventListener('load', () => { const all = [...document.images].map(i => i.naturalWidth + 'x' + " +
			"Math.round(i.getBoundingClientRect().width)); document.body.dataset.seen = all.join(' '); document.body.dataset.wide = " +
			"document.documentElement.scrollWidth > innerWidth; document.body.dataset.mode = document.compatMode; });</script>";
		final String html = Files.readString(page);
		final String open = html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", Matcher.quoteReplacement(look));
		assertFalse(open.equals(html));
		Files.writeString(copy, open);
		final Path net = folder.resolve("net.json");
		final String document = chromium.open(copy, "--window-size=1200,900", "--log-net-log=" + net).document();
		assertEquals(List.of(BEACON), asked(net));
		final Matcher seen = Pattern.compile("data-seen=\"([^\"]*)\"").matcher(document);
		assertTrue(seen.find());
		final String[] sizes = seen.group(1).split(" ");
		assertEquals(html.split("<img ", -1).length - 1, sizes.length);
		for (final String size : sizes) {
			assertTrue(Integer.parseInt(size.split("x")[0]) > 0, seen.group(1));
			assertTrue(Integer.parseInt(size.split("x")[1]) > 40, seen.group(1));
		}
		assertTrue(document.contains("data-mode=\"CSS1Compat\""));
		assertTrue(document.contains("data-wide=\"false\""), "wider than the window");
	}
}
