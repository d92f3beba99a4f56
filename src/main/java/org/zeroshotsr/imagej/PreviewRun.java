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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Preview;
import org.zeroshotsr.window.PreviewWindow;

/** Previews of one image with options as they are being chosen, shown below each other in one window. */
public final class PreviewRun {

	private final Engine.Maker maker;
	private PreviewWindow window;

	public PreviewRun(final Engine.Maker maker) {
		this.maker = maker;
	}

	/**
	 * Begins a preview and returns; on the event-dispatch thread. What goes wrong is said in the window.
	 *
	 * @param title   of the image
	 * @param source  may throw IllegalArgumentException where what is selected is not there
	 * @param choices may throw IllegalArgumentException where a text is wrong
	 */
	public void show(final String title, final Supplier<Source<?, ?>> source, final Supplier<Choices> choices) {
		if (window == null || window.isClosed()) window = new PreviewWindow(title);
		final PreviewWindow.Running running = window.begin();
		final Thread thread = new Thread(() -> {
			try {
				final Options options = choices.get().options();
				final Preview preview = of(source.get(), options, maker, running);
				running.show(heading(options), preview.bicubic(), preview.result(), lines(preview));
			}
			catch (final CancellationException e) {
				running.fail("canceled");
			}
			catch (final RuntimeException | Error e) {
				running.fail(Messages.fault(e).words());
			}
		}, "zero-shot-sr preview");
		thread.setDaemon(true);
		thread.start();
	}

	/** A preview of what is shown of the source. */
	static <T extends RealType<T> & NativeType<T>> Preview of(final Source<T, ?> source, final Options options,
		final Engine.Maker maker, final Progress progress)
	{
		return ZeroShotSR.preview(source.pixels(), source.axes(), KernelFile.read(options, source.acquisition(), note -> {}), source
			.shown(), progress, maker);
	}

	/** "preset auto, quality balanced". */
	static String heading(final Options options) {
		return "preset " + options.get(Option.PRESET) + ", quality " + options.get(Option.QUALITY) + ", scale " + options.get(
			Option.SCALE);
	}

	/** What was found, what the result is estimated to be worth, and how long all of it will take. */
	public static List<String> lines(final Preview preview) {
		final List<String> lines = new ArrayList<>();
		if (!preview.words().isEmpty()) lines.add("found: " + preview.words());
		preview.chosen().forEach((option, value) -> lines.add(option + "=" + value));
		if (preview.verdict() != null && preview.verdict().told()) lines.add(String.format(Locale.ROOT,
			"estimated error of this part, after a few steps: %.2f of bicubic's", preview.verdict().relative()));
		if (!Double.isNaN(preview.seconds())) lines.add("all of the image will take about " + Status.duration(preview.seconds()));
		return lines;
	}
}
