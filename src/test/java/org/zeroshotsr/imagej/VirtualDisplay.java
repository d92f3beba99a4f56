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
package org.zeroshotsr.imagej;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A display of its own (Xvfb), so that no test disturbs, or is disturbed by, somebody at work. */
public final class VirtualDisplay implements AutoCloseable {

	private final Process server;
	private final String name;

	private VirtualDisplay(final Process server, final String name) {
		this.server = server;
		this.name = name;
	}

	/** Skips the test where no display can be had. */
	public static VirtualDisplay open() throws IOException {
		final Process server;
		try {
			server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (final IOException e) {
			return Assumptions.abort("No display: Xvfb cannot be started (" + e.getMessage() + "); install it to run this test");
		}
		final String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
			.readLine();
		Assumptions.assumeTrue(number != null, "No display: Xvfb ended at once");
		return new VirtualDisplay(server, ":" + number.trim());
	}

	public String name() {
		return name;
	}

	@Override
	public void close() {
		server.destroy();
		try {
			if (!server.waitFor(5, TimeUnit.SECONDS)) server.destroyForcibly();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
