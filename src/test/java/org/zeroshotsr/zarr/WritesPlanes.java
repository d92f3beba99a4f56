package org.zeroshotsr.zarr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** A process that writes planes band by band, and says so after each, for {@link ZarrKillTest} to kill it. */
final class WritesPlanes {

	static final ZarrInfo INFO = Zarrs.info("XYZC", 1100, 600, 2, 2);

	private WritesPlanes() {}

	public static void main(final String... arguments) throws IOException {
		write(Path.of(arguments[0]), System.out::println);
	}

	/** Writes the planes that are not there. */
	static void write(final Path image, final Consumer<Object> said) throws IOException {
		try (ZarrWriter writer = ZarrWriter.join(image, INFO, ZarrType.UINT16)) {
			for (final long[] position : Zarrs.planes(INFO)) {
				if (writer.isWhole(position)) continue;
				final Plane plane = Zarrs.plane(INFO, position);
				for (int y = 0; y < plane.height; y += 30) {
					writer.write(position, y, 0, plane.crop(new Window(y, 0, 30, plane.width)));
					said.accept(List.of(position[2], position[3], y));
				}
			}
			writer.finish(Store.JSON.createObjectNode());
		}
	}
}
