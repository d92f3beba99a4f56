package org.zeroshotsr.imagej;

import java.nio.file.Path;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;

import org.zeroshotsr.image.BadInput;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Folder in ImageJ without Fiji; in macros
 * {@code run("Zero-Shot SR Folder", "images=[/data/in] results=[/data/out] names=*.tif options=[scale=2]")}.
 */
public final class FolderPlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		final GenericDialog dialog = new GenericDialog(FolderRun.TABLE);
		dialog.addDirectoryField("Images", "");
		dialog.addDirectoryField("Results", "");
		dialog.addStringField("Names", "*.tif", 20);
		dialog.addStringField("Options", "scale=2", 40);
		dialog.addMessage("Results that are there already are left as they are. Esc ends it after the image it is at is given up.\n" +
			"Options are written as in macros, such as scale=2 preset=microscopy.");
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		final String images = dialog.getNextString();
		final String results = dialog.getNextString();
		final String names = dialog.getNextString();
		final String options = dialog.getNextString();
		try {
			IJ.resetEscape();
			final int failed = new FolderRun(options(options), new ImageJProgress(), MemoryPreference.maker()).run(path("images",
				images), path("results", results), names);
			if (failed > 0) throw new BadInput(failed + (failed > 1 ? " images" : " image") +
				" could not be enlarged; the table says why");
		}
		catch (final java.util.concurrent.CancellationException e) {
			Messages.canceled();
		}
		catch (final RuntimeException | Error e) {
			Messages.error(FolderRun.TABLE + ": " + Messages.fault(e).words());
		}
		finally {
			IJ.showProgress(1);
		}
	}

	/** As macros write them. */
	public static org.zeroshotsr.options.Options options(final String text) {
		final Choices choices = Choices.of(MacroOptions.parse(text.strip(), name -> null));
		if (choices.bicubic()) throw new BadInput("bicubic: a second image has no place in a folder; leave it out");
		return choices.options();
	}

	/** A folder that was named. */
	public static Path path(final String what, final String name) {
		if (name == null || name.isBlank()) throw new BadInput(what + ": the folder is missing");
		return Path.of(name.strip());
	}
}
