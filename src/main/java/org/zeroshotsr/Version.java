package org.zeroshotsr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as its build wrote it down. */
public final class Version {

	private Version() {}

	public static String get() {
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			final Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
