package org.zeroshotsr.imagej;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImagePlus;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.worker.WorkerEngine;
import org.zeroshotsr.worker.WorkerException;

/**
 * Enlarges image files for macros: {@code call("org.zeroshotsr.imagej.FileRun.enlarge", input, output, options)}. Names and
 * options arrive as they are, whatever characters they hold; nothing is opened in a window, and the active image stays.
 */
public final class FileRun {

	/** How what a failed run gives back begins. */
	private static final String ERROR = "ERROR: ";
	private static final int FAILED = 1;

	private final Path input;
	private final Path output;
	private final Options options;
	private final Progress progress;
	private final Engine.Maker maker;

	private FileRun(final Path input, final Path output, final Options options, final Progress progress,
		final Engine.Maker maker)
	{
		this.input = input;
		this.output = output;
		this.options = options;
		this.progress = progress;
		this.maker = maker;
	}

	/**
	 * Enlarges an image file.
	 *
	 * @param input   the file
	 * @param output  TIFF file to write; it appears whole or not at all
	 * @param options as {@code run("Zero-Shot SR", options)} takes them
	 * @return "WIDTH x HEIGHT pixels, N planes", or a line that begins with ERROR and says why there is no result
	 */
	public static String enlarge(final String input, final String output, final String options) {
		return guarded(input, output, options, FileRun::whole);
	}

	/** The same, each plane on its own, with the noise that is measured in it. */
	public static String enlargePlanes(final String input, final String output, final String options) {
		return guarded(input, output, options, FileRun::planes);
	}

	/**
	 * A part of a macro's argument, INPUT;OUTPUT;OPTIONS. The options may hold semicolons; where a name does, the argument
	 * begins with another separator, as in |INPUT|OUTPUT|OPTIONS.
	 *
	 * @param number "0", "1" or "2"
	 * @return the part; an empty text where there is none
	 */
	public static String part(final String argument, final String number) {
		final boolean own = !argument.isEmpty() && "|\t\n".indexOf(argument.charAt(0)) >= 0;
		final String separator = own ? argument.substring(0, 1) : ";";
		final String[] parts = argument.substring(own ? 1 : 0).split(Pattern.quote(separator), 3);
		final int i = Integer.parseInt(number);
		return i < parts.length ? parts[i].strip() : "";
	}

	/**
	 * Makes a macro's failure visible to a script: a line that begins with ERROR, and where ImageJ runs for this macro alone
	 * (-batch, or --headless with a macro) exit code 1.
	 *
	 * @return what a user in front of ImageJ's window should read; an empty text where there is none
	 */
	public static String fail(final String reason) {
		System.err.println(reason.startsWith(ERROR) ? reason : ERROR + reason);
		System.err.flush();
		final List<String> arguments = Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0]));
		if (arguments.contains("-batch") || arguments.contains("--headless") && (arguments.contains("-macro") || arguments
			.contains("--run"))) System.exit(FAILED);
		return IJ.getInstance() == null ? "" : reason;
	}

	/** What is done with a file. */
	private interface Work {

		ImagePlus of(FileRun run, ImageFile file);
	}

	private static String guarded(final String input, final String output, final String options, final Work work) {
		try {
			final Choices choices = Choices.of(MacroOptions.parse(options.strip(), name -> null));
			if (choices.bicubic()) throw new IllegalArgumentException(
				"bicubic: a second image has no place where files are enlarged; leave it out");
			return new FileRun(path("input", input), path("output", output), choices.options(), new ImageJProgress(),
				WorkerEngine::new).run(work);
		}
		catch (final CancellationException e) {
			return ERROR + "canceled; nothing was written";
		}
		catch (final IOException | IllegalArgumentException | DeviceException | WorkerException e) {
			return ERROR + oneLine(e.getMessage());
		}
		catch (final OutOfMemoryError e) {
			return ERROR + "there is not enough memory for the result; choose a smaller scale, take a part of the image, or give " +
				"ImageJ more memory (Edit > Options > Memory & Threads...)";
		}
		catch (final RuntimeException | Error e) {
			return ERROR + oneLine(Unexpected.message(e));
		}
	}

	private static Path path(final String what, final String name) throws IOException {
		if (name.isBlank()) throw new IOException("the " + what + " file is missing");
		final String problem = ImageFiles.nameProblem(name);
		if (problem != null) throw new IOException(problem);
		try {
			return Path.of(name);
		}
		catch (final InvalidPathException e) {
			throw new IOException("the name of the " + what + " file cannot be one here: " + e.getMessage(), e);
		}
	}

	private static String oneLine(final String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}

	private String run(final Work work) throws IOException {
		ImageFiles.checkWritable(output, input);
		final ImageFile file = ImageFiles.read(input);
		ImageFiles.checkType(output, file.image());
		file.notes().forEach(progress::note);
		final ImagePlus large = work.of(this, file);
		ImageFiles.save(large, output);
		return large.getWidth() + " x " + large.getHeight() + " pixels, " + large.getStackSize() + " plane" + (large
			.getStackSize() > 1 ? "s" : "");
	}

	private ImagePlus whole(final ImageFile file) {
		return new Upscaling(new Choices(options, false, false), progress, maker).run(ImagePlusSource.of(file.image())).images()
			.get(0);
	}

	private ImagePlus planes(final ImageFile file) {
		return planes(file, Pixels.of(file.image()));
	}

	private <T extends RealType<T> & NativeType<T>> ImagePlus planes(final ImageFile file, final Pixels<T> pixels) {
		final Options each = KernelFile.read(options.with(Option.NOISE, "auto"), Acquisition.of(file.image()), progress::note);
		final RandomAccessibleInterval<T> image = pixels.image();
		final PlaneOrder order = PlaneOrder.of(pixels.axes(), image.dimensionsAsLongArray());
		final long[] size = image.dimensionsAsLongArray();
		size[order.x()] = each.scale().width((int) size[order.x()]);
		size[order.y()] = each.scale().height((int) size[order.y()]);
		final PlanarImg<T, ?> all = new PlanarImgFactory<>(image.getType()).create(size);
		final List<String> records = new ArrayList<>();
		for (final long[] position : order.planes()) {
			final RandomAccessibleInterval<T> plane = slice(image, pixels.axes(), position);
			final Result<T> result = ZeroShotSR.upscale(plane, pixels.axes().contains("S") ? "XYS" : "XY", each, progress, maker);
			copy(result.image(), slice(all, pixels.axes(), position));
			final String record = result.report().runRecord();
			records.add("Slice " + (records.size() + 1) + ": " + record);
			IJ.log(records.get(records.size() - 1));
		}
		final ImagePlus large = Enlarged.of(file.image(), null, all, each.scale());
		records.forEach(record -> Enlarged.appendInfo(large, record));
		return large;
	}

	private static <T> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> image, final String axes,
		final long[] position)
	{
		RandomAccessibleInterval<T> slice = image;
		for (int d = axes.length() - 1; d >= 0; d--)
			if ("XYS".indexOf(axes.charAt(d)) < 0) slice = Views.hyperSlice(slice, d, position[d]);
		return slice;
	}

	private static <T extends RealType<T>> void copy(final RandomAccessibleInterval<T> from,
		final RandomAccessibleInterval<T> to)
	{
		final Cursor<T> cursor = Views.iterable(from).localizingCursor();
		final RandomAccess<T> access = to.randomAccess();
		while (cursor.hasNext()) {
			cursor.fwd();
			access.setPosition(cursor);
			access.get().set(cursor.get());
		}
	}
}
