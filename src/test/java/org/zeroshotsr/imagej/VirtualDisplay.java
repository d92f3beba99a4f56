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
