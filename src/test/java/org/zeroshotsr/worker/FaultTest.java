package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.worker.Fault.Kind;
import org.zeroshotsr.worker.Fault.Place;

class FaultTest {

	@ParameterizedTest
	@EnumSource(Place.class)
	void whatTheUserCanMendIsInHisWordsAlone(final Place place) {
		assertEquals(new Fault(Kind.INPUT, "scale: too large"), Fault.of(new BadInput("scale: too large"), place));
		assertEquals(new Fault(Kind.DEVICE, "no GPU"), Fault.of(new DeviceException("no GPU", null), place));
		assertEquals(new Fault(Kind.WORKER, "it died"), Fault.of(new WorkerException("it died"), place));
		assertEquals(new Fault(Kind.FILE, "a.tif is damaged"), Fault.of(new IOException("a.tif is damaged"), place));
		assertEquals(Kind.CANCELED, Fault.of(new CancellationException(), place).kind());
	}

	@ParameterizedTest
	@EnumSource(Place.class)
	void whatJavaItselfRefusesIsNoInput(final Place place) {
		for (final RuntimeException bug : new RuntimeException[] { new IllegalArgumentException("no median of 3 planes"),
			new NumberFormatException("x"), new NullPointerException(), new IllegalStateException("") })
		{
			final Fault fault = Fault.of(bug, place);
			assertEquals(Kind.BUG, fault.kind());
			assertTrue(fault.words().contains("report it") && fault.words().contains(bug.toString()), fault.words());
			assertFalse(fault.words().contains("\tat "));
		}
	}

	@Test
	void everyPlaceHasItsOwnWay() {
		final OutOfMemoryError memory = new OutOfMemoryError("Java heap space");
		assertTrue(Fault.of(memory, Place.COMMAND_LINE).words().contains("ZERO_SHOT_SR_JAVA_OPTS"));
		assertTrue(Fault.of(memory, Place.IMAGEJ).words().contains("Memory & Threads"));
		assertTrue(Fault.of(new Error("x"), Place.COMMAND_LINE).words().contains("--verbose"));
		assertTrue(Fault.of(new Error("x"), Place.IMAGEJ).words().contains("Debug mode"));
	}

	@Test
	void aFileThatIsNamedAloneIsNotTheWholeMessage() {
		assertTrue(Fault.of(new NoSuchFileException(Path.of("gone.tif").toString()), Place.IMAGEJ).words().contains(
			"NoSuchFile"));
		assertEquals("plane 3 is cut off", Fault.of(new UncheckedIOException("plane 3 is cut off", new IOException()),
			Place.IMAGEJ).words());
	}

	@Test
	void theLibraryThatCannotBeLoadedIsNamed() {
		final Throwable deep = new UnsatisfiedLinkError("libfoo.so: cannot open shared object file");
		assertTrue(Fault.of(new NoClassDefFoundError("X").initCause(new RuntimeException(deep)), Place.COMMAND_LINE).words()
			.contains("libfoo.so"));
	}

	@Test
	void linesAreJoined() {
		assertEquals("It died. The last lines: a b", new Fault(Kind.WORKER, "It died.\nThe last lines:\n  a\r\n  b\n").line());
	}
}
