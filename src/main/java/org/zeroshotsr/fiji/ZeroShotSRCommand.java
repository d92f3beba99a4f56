package org.zeroshotsr.fiji;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

import ij.ImagePlus;
import net.imagej.Dataset;
import net.imagej.DatasetService;

import org.zeroshotsr.Option;
import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.worker.WorkerException;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR in Fiji: enlarges an image into a new one. Every option is a text input
 * whose field name is its macro key ({@link Option#key()}), because ImageJ turns what it cannot read as a number into 0;
 * {@link Choices} reads them.
 */
@Plugin(type = Command.class, label = "Zero-Shot SR", headless = true, initializer = "describe", menu = { @Menu(
	label = "Plugins"), @Menu(label = "Zero-Shot SR"), @Menu(label = "Zero-Shot SR") })
public class ZeroShotSRCommand extends DynamicCommand {

	@Parameter
	private TaskService tasks;
	@Parameter
	private StatusService status;
	@Parameter
	private LogService log;
	@Parameter
	private ConvertService converts;
	@Parameter
	private DatasetService datasets;
	@Parameter
	private EngineService engines;

	@Parameter(label = "Image", persist = false)
	private Dataset input;
	@Parameter(persist = false)
	private String scale = Option.SCALE.defaultValue();
	@Parameter(persist = false)
	private String kernel = Option.KERNEL.defaultValue();
	@Parameter(persist = false)
	private String noise = Option.NOISE.defaultValue();
	@Parameter(persist = false)
	private String stack = Option.STACK.defaultValue();
	@Parameter(persist = false)
	private String bicubic = String.valueOf(Choices.DEFAULTS.bicubic());
	@Parameter(persist = false)
	private String window = String.valueOf(Choices.DEFAULTS.window());

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private final String advanced = "<html><b>Advanced</b></html>";
	@Parameter(persist = false)
	private String gradual = Option.GRADUAL.defaultValue();
	@Parameter(persist = false)
	private String backprojection = Option.BACK_PROJECTION.defaultValue();
	@Parameter(persist = false)
	private String ensemble = Option.ENSEMBLE.defaultValue();
	@Parameter(persist = false)
	private String schedule = Option.SCHEDULE.defaultValue();
	@Parameter(persist = false)
	private String steps = Option.STEPS.defaultValue();
	@Parameter(persist = false)
	private String depth = Option.DEPTH.defaultValue();
	@Parameter(persist = false)
	private String width = Option.WIDTH.defaultValue();
	@Parameter(persist = false)
	private String start = Option.START.defaultValue();
	@Parameter(persist = false)
	private String crop = Option.CROP.defaultValue();
	@Parameter(persist = false)
	private String seed = Option.SEED.defaultValue();
	@Parameter(persist = false)
	private String device = Option.DEVICE.defaultValue();
	@Parameter(persist = false)
	private String precision = Option.PRECISION.defaultValue();

	@Parameter(type = ItemIO.OUTPUT)
	private Dataset result;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset bicubicresult;

	/** What {@link ShowImages} shows: nothing, where images are Datasets alone. */
	private List<ImagePlus> images = List.of();

	/** Before a dialog opens: labels, units, help and choices. */
	@SuppressWarnings("unused")
	private void describe() {
		for (final Option option : Option.values())
			Inputs.describe(getInfo().getMutableInput(option.key(), String.class), option);
		Inputs.describe(getInfo().getMutableInput(Choices.BICUBIC, String.class), "Bicubic, too",
			"Also make the bicubic enlargement, for comparison.");
		Inputs.describe(getInfo().getMutableInput(Choices.WINDOW, String.class), "Show the training",
			"Show how the training goes in a window, where there is a display.");
	}

	@Override
	public void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask("Zero-Shot SR"), status, this::isCanceled)) {
			final Upscaling upscaling = new Upscaling(choices(), progress, engines.maker());
			if (converts.supports(input, ImagePlus.class)) {
				images = upscaling.run(ImagePlusSource.of(converts.convert(input, ImagePlus.class)));
				// a macro works with the images that are shown
				if (!Macros.isRunning()) output(images.stream().map(i -> converts.convert(i, Dataset.class)).toList());
			}
			else output(upscaling.run(DatasetSource.of(input, datasets)));
			progress.notes().forEach(log::info);
		}
		catch (final CancellationException e) {
			Macros.stop("canceled");
			cancel("");
		}
		catch (final IllegalArgumentException | DeviceException | WorkerException e) {
			cancel(Failure.tell(e, log));
		}
		catch (final RuntimeException | Error e) {
			Failure.tell(e, log);
			throw e;
		}
	}

	private Choices choices() {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final String key : Inputs.defaults().keySet())
			values.put(key, (String) getInput(key));
		return Choices.of(values);
	}

	private void output(final List<Dataset> made) {
		result = made.get(0);
		bicubicresult = made.size() > 1 ? made.get(1) : null;
	}

	/** The images that are to be shown, the result first. */
	List<ImagePlus> images() {
		return images;
	}
}
