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

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.macro.Interpreter;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.window.TrainingWindow;

/**
 * One run with what the user has chosen.
 *
 * @param maker   makes what trains
 * @param instead of memory, where that is too little for the result
 */
public record Upscaling(Choices choices, Progress progress, Engine.Maker maker, SaveInstead instead) {

	public Upscaling(final Choices choices, final Progress progress, final Engine.Maker maker) {
		this(choices, progress, maker, SaveInstead::user);
	}

	/**
	 * What was made.
	 *
	 * @param images the result, and after it the bicubic enlargement if that was chosen, and the maps
	 */
	public record Made<I>(List<I> images, Report report) {}

	/** What {@link ZeroShotSR#upscale} throws comes out of here, too. */
	public <T extends RealType<T> & NativeType<T>, I> Made<I> run(final Source<T, I> source) {
		final Options options = KernelFile.read(choices.options(), source.acquisition(), progress::note);
		source.notes().forEach(progress::note);
		try {
			ZeroShotSR.check(source.pixels(), source.axes(), options, choices.maps(), beside(source, options), maker);
		}
		catch (final BadInput e) {
			return into(source, options, e);
		}
		final Origin origin = source.origin(options, progress);
		final ReportPage page = page(source, options);
		final Result<T> result = upscale(source, options);
		final Report report = result.report().from(origin);
		final List<I> images = new ArrayList<>();
		images.add(source.enlarged(result.image(), options.growth(), Titles.enlarged(source.title()), report.runRecord()));
		progress.checkCanceled();
		if (choices.bicubic()) addBicubic(source, options, images);
		result.maps().forEach((layer, map) -> images.add(source.map(map, options.growth(), Titles.map(source.title(), layer), report.line(
			layer))));
		progress.checkCanceled();
		if (page.isWanted()) {
			final Map<Layer, Planes> made = new EnumMap<>(Layer.class);
			made.put(Layer.RESULT, Planes.of(result.image(), source.axes()));
			result.maps().forEach((layer, map) -> made.put(layer, Planes.of(map, source.axes())));
			write(page, made, source, "", options, report);
		}
		return new Made<>(images, report);
	}

	/** Where the result alone is too large, into a file that the user chooses. */
	private <T extends RealType<T> & NativeType<T>, I> Made<I> into(final Source<T, I> source, final Options options,
		final BadInput why)
	{
		ZeroShotSR.check(Planes.of(source.pixels(), source.axes()), options, List.of(), maker); // or it is not the result alone
		final Path file = instead.ask(why, source.title());
		if (file == null) throw SaveInstead.isAlone() ? new BadInput(why.getMessage() + SaveInstead.IN_MACROS, why) : why;
		final ReportPage page = page(source, options);
		final List<Report> reports = new ArrayList<>();
		try {
			final I image = source.into(file, options, progress, maker, reports::add);
			if (image == null) throw why;
			if (choices.bicubic()) progress.note("there is no memory for the bicubic image");
			if (!choices.maps().isEmpty()) progress.note("there is no memory for maps; the command line writes them into a folder (--maps)");
			if (page.isWanted()) write(page, Map.of(Layer.RESULT, ImageInput.read(file).planes()), source, file.toString(), options, reports.get(0));
			return new Made<>(List.of(image), reports.get(0));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	private <T extends RealType<T> & NativeType<T>> ReportPage page(final Source<T, ?> source, final Options options) {
		return ReportPage.of(choices.report(), source.file(), Planes.of(source.pixels(), source.axes()), options, progress);
	}

	private void write(final ReportPage page, final Map<Layer, Planes> made, final Source<?, ?> source, final String output,
		final Options options, final Report report)
	{
		page.write(made, source.title(), output, report, options, source.acquisition().pixel(), Stream.concat(source.notes().stream(),
			report.notes().stream()).toList(), progress);
	}

	/** Bytes that are needed at the end beside the result, while all of it is still held. */
	private <T extends RealType<T> & NativeType<T>> long beside(final Source<T, ?> source, final Options options) {
		final long bytes = (long) ZeroShotSR.bytes(source.pixels(), source.axes(), options);
		return source.copied(bytes) + (choices.bicubic() ? bytes + source.copied(bytes) : 0);
	}

	/** The result is there, and not lost where memory has become scarce meanwhile. */
	private <T extends RealType<T> & NativeType<T>, I> void addBicubic(final Source<T, I> source, final Options options,
		final List<I> images)
	{
		try {
			images.add(source.enlarged(Bicubic.enlarge(source.pixels(), source.axes(), options.growth()), options.growth(), Titles
				.bicubic(source.title()), null));
		}
		catch (final OutOfMemoryError e) {
			progress.note("there is no memory left for the bicubic image; the result is complete");
		}
	}

	private <T extends RealType<T> & NativeType<T>> Result<T> upscale(final Source<T, ?> source, final Options options) {
		final boolean show = choices.window() && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
		try (TrainingWindow window = show ? new TrainingWindow(progress, source.title()) : null) {
			return ZeroShotSR.upscale(source.pixels(), source.axes(), options, choices.maps(), show ? window : progress,
				maker);
		}
	}
}
