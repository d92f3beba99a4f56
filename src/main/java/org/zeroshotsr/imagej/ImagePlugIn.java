package org.zeroshotsr.imagej;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

/** A command of ImageJ without Fiji on the active image, or, with a selection that is an area, on its bounding box. */
abstract class ImagePlugIn implements PlugIn {

	private final String name;

	ImagePlugIn(final String name) {
		this.name = name;
	}

	/**
	 * Does the work.
	 *
	 * @param source is locked meanwhile
	 * @throws org.zeroshotsr.image.BadInput with a reason that the user can do something about
	 */
	abstract void work(ImagePlus source);

	@Override
	public final void run(final String arg) {
		final ImagePlus source = WindowManager.getCurrentImage();
		if (source == null) {
			IJ.noImage();
			return;
		}
		try (ImageLock lock = new ImageLock(source)) {
			work(source);
		}
		catch (final CancellationException e) {
			Messages.canceled();
		}
		catch (final RuntimeException | Error e) {
			error(Messages.fault(e).words());
		}
		finally {
			IJ.showProgress(1);
		}
	}

	private void error(final String message) {
		IJ.showStatus("");
		Messages.error(name + ": " + message);
	}

	/** And makes it the active image, also where there is nothing to show it on. */
	static void show(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(image);
		else image.show();
	}
}
