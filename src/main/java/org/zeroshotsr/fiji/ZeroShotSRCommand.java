package org.zeroshotsr.fiji;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.util.ClassUtils;
import org.scijava.widget.Button;

import net.imagej.Dataset;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.imagej.PreviewRun;
import org.zeroshotsr.imagej.Source;
import org.zeroshotsr.imagej.Upscaling;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR in Fiji: enlarges an image into a new one. Every option is a text input
 * whose field name is its macro key ({@link Option#key()}), because ImageJ turns what it cannot read as a number into 0;
 * {@link Choices} reads them. Labels and descriptions repeat {@link Option}, and a test holds them to it.
 */
@Plugin(type = Command.class, label = "Zero-Shot SR", headless = true, initializer = "fill", menu = { @Menu(
	label = "Plugins"), @Menu(label = "Zero-Shot SR"), @Menu(label = "Zero-Shot SR") })
public class ZeroShotSRCommand extends ImageCommand {

	@Parameter
	private EngineService engines;

	@Parameter(label = "Preset", persist = false, callback = "imply", choices = { "auto", "ideal", "microscopy", "noisy", "old" },
		description = "What the image is like, which sets kernel, noise, and what depends on them, unless they " +
			"are given: measured in the image and its metadata (auto), sharp and without noise " +
			"(ideal), seen by optics and a camera (microscopy), noisy, or of unknown origin such as a " +
			"scan or JPEG (old). Possible: auto, ideal, microscopy, noisy, old.")
	private String preset = Option.PRESET.defaultValue();
	@Parameter(label = "Scale (factor, or rows x columns)", persist = false,
		description = "How many times larger: 2, or 1.5x2 for rows x columns. Possible: 1 to 16 an axis, more " +
			"than 1 on one of them.")
	private String scale = Option.SCALE.defaultValue();
	@Parameter(label = "Quality", persist = false, callback = "imply", choices = { "fast", "balanced", "best" },
		description = "Time against quality, which sets steps, ensemble and width unless they are given. " +
			"Possible: fast, balanced, best.")
	private String quality = Option.QUALITY.defaultValue();
	@Parameter(label = "Stack", persist = false, choices = { "auto", "independent", "warm", "joint" },
		description = "How the planes of a stack share what is learnt: a network for each plane (independent), " +
			"each going on from the last one's (warm), one network for all (joint, fastest, and best " +
			"with noise), or joint where that serves a plane and independent where not (auto). " +
			"Possible: auto, independent, warm, joint.")
	private String stack = Option.STACK.defaultValue();
	@Parameter(label = "Bicubic, too", persist = false, choices = { "false", "true" },
		description = "Also make the bicubic enlargement, for comparison.")
	private String bicubic = String.valueOf(Choices.DEFAULTS.bicubic());
	@Parameter(label = "Show the training", persist = false, choices = { "false", "true" },
		description = "Show how the training goes in a window, where there is a display.")
	private String window = String.valueOf(Choices.DEFAULTS.window());

	@Parameter(label = "Preview", persist = false, required = false, callback = "preview",
		description = "Enlarge a small part with these options, in seconds, beside bicubic, and say what was found and how long " +
			"all of it will take.")
	private Button previewbutton;

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private final String advanced = "<html><b>Advanced</b></html>";
	@Parameter(label = "Kernel", persist = false,
		description = "How the microscope shrank the scene: the optics' Gaussian where the image's metadata " +
			"tell all of it and else bicubic (auto), a Gaussian of SIGMA pixels of the image (or SY " +
			"down and SX across, turned by ANGLE degrees), the optics' Gaussian (EM in nm, for " +
			"several channels 520/610; where they apply N=1.33 for the immersion and EX=488,PINHOLE=1 " +
			"for a confocal microscope; NA, EM and PIXEL=0.1 in micrometres come from the image's " +
			"metadata where they are left out), or a measured PSF (TIFF or CSV) at the result's pixel " +
			"size or its own; estimate finds it in the image; several, with ; between them, are for " +
			"one channel each. Possible: auto, bicubic, linear, gaussian:SIGMA, gaussian:SY,SX,ANGLE, " +
			"optics:NA=1.4,EM=520, file:PATH, estimate.")
	private String kernel;
	@Parameter(label = "Noise (grey levels, or % of the range)", persist = false,
		description = "Noise put into the training copies to match the sensor's: auto measures it in the image, " +
			"gaussian:12 in grey levels, gaussian:1.25% of the image's range, poisson:2.1,5,100 for " +
			"gain (grey levels a photo-electron), read noise and offset (grey levels); SHARED is the " +
			"correlation of direct neighbours, as 0.4, of rows and columns apart, as 0.4x0.3, or at " +
			"1, 2, .. pixels, as 0.4/0.1x0.3/0.1; several, with ; between them, are for one channel " +
			"each. Possible: none, auto, gaussian:SIGMA[,SHARED], gaussian:SIGMA%[,SHARED], " +
			"poisson:GAIN,READ[,OFFSET[,SHARED]].")
	private String noise;
	@Parameter(label = "Gradual", persist = false,
		description = "Grow in several steps, each result teaching the next, as the paper has it (about 6 times the " +
			"work). Possible: off, on, or intermediate factors such as 1x1.5,1.5,2.")
	private String gradual = Option.GRADUAL.defaultValue();
	@Parameter(label = "Back-projection (times)", persist = false,
		description = "How often the result is corrected to shrink back to the input, with noise to the " +
			"means of its areas alone; auto: 2. Possible: auto, 0 to 50.")
	private String backprojection = Option.BACK_PROJECTION.defaultValue();
	@Parameter(label = "Ensemble (flips and turns)", persist = false, choices = { "1", "4", "8" },
		description = "In how many flips and turns the image is enlarged, of which the median is taken (4 at " +
			"most where the factors differ). Possible: 1, 4, 8.")
	private String ensemble;
	@Parameter(label = "Fallback", persist = false, choices = { "on", "off" },
		description = "What to do where the network is estimated to be further from the truth than bicubic " +
			"enlargement, or than that after a Gaussian: go on with a better assumption and, if that does not help, " +
			"return the simpler result (on), or return the network's all the same (off). Possible: on, off.")
	private String fallback = Option.FALLBACK.defaultValue();
	@Parameter(label = "Schedule", persist = false, choices = { "fixed", "adaptive" },
		description = "A fixed number of steps, or the paper's policy that lowers the learning rate when " +
			"progress stalls. Possible: fixed, adaptive.")
	private String schedule = Option.SCHEDULE.defaultValue();
	@Parameter(label = "Steps (steps)", persist = false,
		description = "Training steps (at most, for adaptive); auto: as quality and scale have it, 1000 for balanced " +
			"x2, or 3000 for adaptive. Possible: auto, 1 to 100000.")
	private String steps = Option.STEPS.defaultValue();
	@Parameter(label = "Depth (layers)", persist = false,
		description = "Convolution layers of the network. Possible: 2 to 32.")
	private String depth = Option.DEPTH.defaultValue();
	@Parameter(label = "Width (features)", persist = false,
		description = "Features of each hidden layer. Possible: 4 to 256.")
	private String width;
	@Parameter(label = "Crop (pixels)", persist = false,
		description = "Side of the crops that are learnt from. Possible: 16 to 512.")
	private String crop = Option.CROP.defaultValue();
	@Parameter(label = "Seed", persist = false,
		description = "The same seed gives the same result on the same machine's CPU. Possible: any whole " +
			"number.")
	private String seed = Option.SEED.defaultValue();
	@Parameter(label = "Threads (threads)", persist = false,
		description = "How many processors the work may use at a time; auto: as many as this process may, by its affinity, its " +
			"container and SLURM_CPUS_PER_TASK. Possible: auto, 1 to 1024.")
	private String threads = Option.THREADS.defaultValue();
	@Parameter(label = "Device", persist = false,
		description = "Where the network runs; auto takes a GPU where there is one. Possible: auto, cpu, gpu, " +
			"gpu:N.")
	private String device = Option.DEVICE.defaultValue();
	@Parameter(label = "Precision", persist = false, choices = { "auto", "float32", "bfloat16" },
		description = "Numbers of the convolutions; auto takes bfloat16 where the processor or GPU is faster " +
			"with it. Possible: auto, float32, bfloat16.")
	private String precision = Option.PRECISION.defaultValue();

	private PreviewRun previews;

	@Parameter(type = ItemIO.OUTPUT)
	private Dataset result;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset bicubicresult;

	@Override
	<T extends RealType<T> & NativeType<T>, I> List<I> work(final Source<T, I> source, final TaskProgress progress) {
		final Choices choices = choices();
		final Upscaling.Made<I> made = new Upscaling(choices, progress, engines.maker()).run(source);
		// what was found in the image takes the place of what asked for it: a recorded call repeats the run
		choices.with(made.report().options()).recorded().forEach(this::set);
		return made.images();
	}

	@Override
	void output(final List<Dataset> made) {
		result = made.get(0);
		bicubicresult = made.size() > 1 ? made.get(1) : null;
	}

	/** Fills in what preset and quality come to where nothing was given: for the dialog, and for who calls SciJava. */
	void fill() {
		implied((option, value) -> {
			if (get(option.key()) == null) set(option.key(), value);
		});
	}

	/** Another preset or quality was chosen. */
	void imply() {
		implied((option, value) -> set(option.key(), value));
	}

	/** The button was pressed. */
	void preview() {
		final String title = title();
		if (title == null || GraphicsEnvironment.isHeadless()) return;
		if (previews == null) previews = new PreviewRun(engines.maker());
		final Map<String, String> now = values();
		EventQueue.invokeLater(() -> previews.show(title, this::source, () -> Choices.of(now)));
	}

	private void implied(final BiConsumer<Option, String> taker) {
		final Map<String, String> values;
		try {
			values = Choices.of(preset, quality).values();
		}
		catch (final IllegalArgumentException e) {
			return; // run() says what is wrong
		}
		Options.governed().forEach(option -> taker.accept(option, values.get(option.key())));
	}

	private Choices choices() {
		return Choices.of(values());
	}

	private Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final String key : Inputs.choices())
			if (get(key) != null) values.put(key, get(key));
		return values;
	}

	private String get(final String key) {
		return (String) ClassUtils.getValue(field(key), this);
	}

	private void set(final String key, final String value) {
		ClassUtils.setValue(field(key), this, value);
	}

	private Field field(final String key) {
		try {
			return getClass().getDeclaredField(key);
		}
		catch (final NoSuchFieldException e) {
			throw new IllegalStateException("no input for the option " + key, e);
		}
	}
}
