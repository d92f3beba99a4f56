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

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.File;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JLabel;

import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.worker.WorkerEngine;

/** A user of the SciJava command's dialog who presses Preview, cancels, and presses it again. Ends with 0 where all is well. */
public final class PreviewProgram {

	private static final long SECONDS = 60;

	private PreviewProgram() {}

	/** An image and the folder for a picture of the screen. */
	public static void main(final String[] args) {
		int status = 1;
		try {
			preview(new File(args[0]), new File(args[1]));
			System.out.println("PASSED");
			status = 0;
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out); // all that the test will see
		}
		System.exit(status);
	}

	private static void preview(final File file, final File pictures) throws Exception {
		final Context context = new Context();
		TestEngines.maker = WorkerEngine::new;
		final short[] samples = (short[]) ImageFiles.open(file.toPath()).getProcessor().getPixels();
		final var image = new PlanarImgFactory<>(new UnsignedShortType()).create(96, 96);
		int i = 0;
		for (final UnsignedShortType t : image)
			t.set(samples[i++] & 0xffff);
		final Dataset dataset = context.service(DatasetService.class).create(image);
		dataset.setAxis(ImageJCommon.axis("X", "µm", 0.2, 0), 0);
		dataset.setAxis(ImageJCommon.axis("Y", "µm", 0.2, 0), 1);
		dataset.setName("beads");
		UserDouble.install(form -> {
			try {
				preview(form, pictures);
			}
			catch (final Exception e) {
				throw new AssertionError(e);
			}
			return false;
		});
		final CommandModule module = context.service(CommandService.class).run(ZeroShotSRCommand.class, true, "input", dataset).get();
		check(module.isCanceled() && UserDouble.DIALOGS.size() == 1, "one dialog, in which Cancel was pressed");
		context.dispose();
	}

	/** In the dialog. */
	private static void preview(final Module module, final File pictures) throws Exception {
		press(module);
		await("a preview", () -> count("all of the image will take about") == 1);
		final long first = children();
		check(first == 1, "one training process, not " + first);
		module.setInput("preset", "ideal");
		press(module);
		await("that Cancel can be pressed", () -> cancel() != null && cancel().isEnabled());
		EventQueue.invokeAndWait(() -> cancel().doClick());
		await("that it is canceled", () -> count("canceled") == 1);
		check(count("all of the image will take about") == 1, "nothing was added");
		press(module);
		await("a second preview", () -> count("all of the image will take about") == 2 && count("preset ideal") == 1);
		check(children() == 1, "the training process is used again, or the one that was canceled is gone");
		Thread.sleep(300); // for what is being drawn
		ImageIO.write(new Robot().createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", new File(
			pictures, "previews_scijava.png"));
	}

	private static void press(final Module module) throws Exception {
		module.getInfo().getInput("enlargePart").callback(module);
		EventQueue.invokeAndWait(() -> {});
	}

	private static long children() {
		return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
	}

	private static JButton cancel() {
		for (final Window window : Window.getWindows())
			if (window.isVisible() && button(window) != null) return button(window);
		return null;
	}

	private static JButton button(final Container in) {
		for (final Component c : in.getComponents()) {
			if (c instanceof JButton b && "Cancel".equals(b.getText())) return b;
			if (c instanceof Container inner && button(inner) != null) return button(inner);
		}
		return null;
	}

	private static int count(final String text) {
		int count = 0;
		for (final Window window : Window.getWindows())
			if (window.isVisible()) count += count(window, text);
		return count;
	}

	private static int count(final Container in, final String text) {
		int count = 0;
		for (final Component c : in.getComponents()) {
			if (c instanceof JLabel l && l.getText() != null && l.getText().contains(text)) count++;
			if (c instanceof Container inner) count += count(inner, text);
		}
		return count;
	}

	private static void await(final String what, final BooleanSupplier there) throws Exception {
		final CountDownLatch never = new CountDownLatch(1);
		for (int i = 0; i < 10 * SECONDS; i++) {
			final boolean[] is = new boolean[1];
			EventQueue.invokeAndWait(() -> is[0] = there.getAsBoolean());
			if (is[0]) return;
			never.await(100, TimeUnit.MILLISECONDS);
		}
		throw new AssertionError("waited in vain for " + what);
	}

	private static void check(final boolean is, final String what) {
		if (!is) throw new AssertionError(what);
	}
}
