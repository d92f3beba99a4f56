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
