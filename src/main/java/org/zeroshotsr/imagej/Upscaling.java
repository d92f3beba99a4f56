package org.zeroshotsr.imagej;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import ij.macro.Interpreter;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Report;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.window.TrainingWindow;

/**
 * One run with what the user has chosen.
 *
 * @param maker makes what trains
 */
public record Upscaling(Choices choices, Progress progress, Engine.Maker maker) {

	/**
	 * What was made.
	 *
	 * @param images the result, and after it the bicubic enlargement if that was chosen
	 */
	public record Made<I>(List<I> images, Report report) {}

	/** What {@link ZeroShotSR#upscale} throws comes out of here, too. */
	public <T extends RealType<T> & NativeType<T>, I> Made<I> run(final Source<T, I> source) {
		final Options options = KernelFile.read(choices.options(), source.acquisition(), progress::note);
		source.notes().forEach(progress::note);
		final Result<T> result = upscale(source, options);
		final List<I> images = new ArrayList<>();
		images.add(source.enlarged(result.image(), options.scale(), Titles.enlarged(source.title()), result.report()
			.runRecord()));
		progress.checkCanceled();
		if (choices.bicubic()) images.add(source.enlarged(Bicubic.enlarge(source.pixels(), source.axes(), options.scale()),
			options.scale(), Titles.bicubic(source.title()), null));
		progress.checkCanceled();
		return new Made<>(images, result.report());
	}

	private <T extends RealType<T> & NativeType<T>> Result<T> upscale(final Source<T, ?> source, final Options options) {
		final boolean show = choices.window() && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
		try (TrainingWindow window = show ? new TrainingWindow(progress, source.title()) : null) {
			return ZeroShotSR.upscale(source.pixels(), source.axes(), options, show ? window : progress, maker);
		}
	}
}
