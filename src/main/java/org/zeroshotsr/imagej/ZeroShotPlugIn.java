package org.zeroshotsr.imagej;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.Bicubic;
import org.zeroshotsr.Engine;
import org.zeroshotsr.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.window.TrainingWindow;
import org.zeroshotsr.worker.WorkerEngine;
import org.zeroshotsr.worker.WorkerException;

/**
 * Plugins &gt; Zero-Shot SR in ImageJ without Fiji: enlarges the active image into a new one, which becomes the active
 * image. With a selection that is an area, only its bounding box.
 */
public final class ZeroShotPlugIn implements PlugIn {

	static final String NAME = "Zero-Shot SR";

	/** What the dialog was left with; macros never see it. */
	private static Choices last = Choices.DEFAULTS;

	private final Engine.Maker maker;

	public ZeroShotPlugIn() {
		this(WorkerEngine::new);
	}

	ZeroShotPlugIn(final Engine.Maker maker) {
		this.maker = maker;
	}

	@Override
	public void run(final String arg) {
		final ImagePlus source = WindowManager.getCurrentImage();
		if (source == null) {
			IJ.noImage();
			return;
		}
		if (!source.lockSilently()) {
			Messages.error("'" + source.getTitle() + "' is in use by another command; wait for it to end");
			return;
		}
		try {
			final Choices choices = choices(source);
			if (choices != null) upscale(source, choices);
		}
		catch (final CancellationException e) {
			Messages.canceled();
		}
		catch (final IllegalArgumentException | DeviceException | WorkerException e) {
			error(e.getMessage());
		}
		catch (final OutOfMemoryError e) {
			error("there is not enough memory for the result; choose a smaller scale, select a part of the image, or give " +
				"ImageJ more memory (Edit > Options > Memory & Threads...)");
		}
		finally {
			IJ.showProgress(1);
			source.unlock();
		}
	}

	private static void error(final String message) {
		IJ.showStatus("");
		Messages.error(NAME + ": " + message);
	}

	/** From the macro that calls, or else from the user; null where the user canceled. */
	private static Choices choices(final ImagePlus source) {
		final String options = Macro.getOptions();
		if (options != null || IJ.isMacro() || GraphicsEnvironment.isHeadless()) {
			final Interpreter macro = Interpreter.getInstance();
			return Choices.of(MacroOptions.parse(options == null ? "" : options, name -> macro == null ? null : macro
				.getVariableAsString(name)));
		}
		final Choices choices = OptionsDialog.ask(last, source);
		if (choices == null) {
			Recorder.disableCommandRecording();
			return null;
		}
		last = choices;
		if (Recorder.record) choices.recorded().forEach((key, value) -> Recorder.recordOption(key, Recorder.fixPath(
			value)));
		return choices;
	}

	private void upscale(final ImagePlus source, final Choices choices) {
		final Roi roi = source.getRoi();
		final Rectangle box = roi == null || !roi.isArea() ? null : roi.getBounds().intersection(new Rectangle(source
			.getWidth(), source.getHeight()));
		if (box != null && box.isEmpty()) throw new IllegalArgumentException("the selection lies outside the image");
		upscale(source, box, Pixels.of(source, box), choices);
	}

	private <T extends RealType<T> & NativeType<T>> void upscale(final ImagePlus source, final Rectangle box,
		final Pixels<T> pixels, final Choices choices)
	{
		final Progress status = new ImageJProgress();
		final Options options = KernelFile.read(choices.options(), PixelSize.of(source), status::note);
		final String axes = pixels.rgb() ? pixels.axes().replace('C', 'S') : pixels.axes();
		ZeroShotSR.check(pixels.image(), axes, options);
		pixels.notes().forEach(status::note);
		final Result<T> result;
		final boolean show = choices.window() && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
		try (TrainingWindow window = show ? new TrainingWindow(status, source.getTitle()) : null) {
			result = ZeroShotSR.upscale(pixels.image(), axes, options, show ? window : status, maker);
		}
		final ImagePlus bicubic = choices.bicubic() ? Enlarged.of(source, box, Bicubic.enlarge(pixels.image(), axes, options
			.scale()), options.scale()) : null;
		final ImagePlus enlarged = Enlarged.of(source, box, result.image(), options.scale());
		Enlarged.appendInfo(enlarged, result.report().runRecord());
		status.checkCanceled();
		if (bicubic != null) {
			bicubic.setTitle(Titles.bicubic(source.getTitle()));
			show(bicubic);
		}
		enlarged.setTitle(Titles.enlarged(source.getTitle()));
		show(enlarged);
		IJ.showStatus(String.format("%s: %.1f s%s", NAME, result.report().seconds(), Double.isNaN(result.report().gain())
			? "" : String.format(", %+.2f dB over bicubic on its shrunken copy", result.report().gain())));
	}

	/** And makes it the active image, also where there is nothing to show it on. */
	private static void show(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(image);
		else image.show();
	}
}
