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
package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.ImagePlus;
import ij.process.ShortProcessor;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.MemoryPreference;

/** Zero-Shot SR Folder through SciJava's own CommandService. */
class FolderCommandTest {

	private static final String QUICK = "scale=2 steps=3 depth=3 width=8 crop=16 ensemble=1 device=cpu";

	@TempDir
	private Path folder;
	private Path images;
	private Path results;
	private Context context;

	@BeforeEach
	void start() throws IOException {
		context = new Context();
		images = Files.createDirectory(folder.resolve("in"));
		results = folder.resolve("out");
		for (final String name : new String[] { "a.tif", "b.tif" }) {
			final ShortProcessor plane = new ShortProcessor(24, 20);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, 1000 + i * 7919 % 500);
			ImageFiles.save(new ImagePlus(name, plane), images.resolve(name));
		}
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	private CommandModule run(final String names, final String options) throws Exception {
		return context.service(CommandService.class).run(FolderCommand.class, true, "images", images.toFile(), "results", results
			.toFile(), "names", names, "options", options).get();
	}

	@Test
	void allOfAFolderIsDoneAndWhatIsThereIsLeft() throws Exception {
		assertNull(run("", QUICK).getCancelReason());
		assertEquals(48, ImageFiles.open(results.resolve("a.tif")).getWidth());
		Files.writeString(results.resolve("b.tif"), "mine");
		assertNull(run("*.tif", QUICK).getCancelReason());
		assertEquals("mine", Files.readString(results.resolve("b.tif")));
	}

	@Test
	void aBrokenFileDoesNotStopTheOthers() throws Exception {
		Files.writeString(images.resolve("a.tif"), "II*");
		final CommandModule module = run("", QUICK);
		assertTrue(module.getCancelReason().contains("1 image could not be enlarged"), module.getCancelReason());
		assertFalse(Files.exists(results.resolve("a.tif")));
		assertEquals(48, ImageFiles.open(results.resolve("b.tif")).getWidth());
	}

	@Test
	void whatCannotBeIsSaidBeforeAnyWork() throws Exception {
		assertTrue(run("", "scale=oops").getCancelReason().contains("scale: 'oops' is not possible"));
		assertTrue(run("", "bicubic").getCancelReason().contains("has no place where files are enlarged"));
		assertTrue(run("*.lsm", QUICK).getCancelReason().contains("*.lsm"));
		final File file = images.resolve("a.tif").toFile();
		images = file.toPath();
		assertTrue(run("", QUICK).getCancelReason().contains("is not a folder"));
	}

	@Test
	void theMemoryOfTheTrainingProcessIsAPreference() throws Exception {
		final int before = MemoryPreference.megabytes();
		try {
			context.service(CommandService.class).run(MemoryCommand.class, true, "memory", 3000).get();
			assertEquals(3000, MemoryPreference.megabytes());
			assertEquals(3000L << 20, MemoryPreference.maker().heap(1));
		}
		finally {
			MemoryPreference.set(before);
		}
	}
}
