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

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandService;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.ConversionRequest;
import org.scijava.convert.Converter;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.imagej.IsotropicPlugIn;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.imagej.ZeroShotPlugIn;

/**
 * Does what imagej-legacy, which cannot be had here, does between real ImageJ macros and real SciJava commands: it is the
 * menu entry, runs the command in SciJava's threads and swallows what goes wrong there, lets those threads see the
 * macro's options, reads them by substring, and fills in and converts images.
 */
public final class LegacyDouble implements PlugIn {

	/** What ImageJ without Fiji has under the command's name. */
	static final String PLAIN = "Zero-Shot SR of ImageJ";

	/** Modules that were run, with their inputs as they were then. */
	static final List<Module> MODULES = new ArrayList<>();
	/** Names of inputs that would have made a dialog open. */
	static final List<String> ASKED = new ArrayList<>();

	private static final Map<Dataset, ImagePlus> SHOWN = new IdentityHashMap<>();
	private static Context context;
	private static String options;
	private static ImagePlus current;

	/**
	 * Makes ImageJ's menus, as far as macros are concerned, of these commands, the plain plugin and one of ImageJ's own:
	 * without a display it has none.
	 */
	static void install(final Context scijava) throws ReflectiveOperationException {
		context = scijava;
		MODULES.clear();
		ASKED.clear();
		commands(new Hashtable<>(Map.of("Zero-Shot SR", LegacyDouble.class.getName(), IsotropicPlugIn.ISOTROPIC, LegacyDouble.class
			.getName() + "(\"isotropic\")", PLAIN, ZeroShotPlugIn.class.getName(), "Select None", "ij.plugin.Selection(\"none\")")));
	}

	static void uninstall() throws ReflectiveOperationException {
		commands(null);
		SHOWN.clear();
		context = null;
	}

	private static void commands(final Hashtable<String, String> table) throws ReflectiveOperationException {
		final Field field = Menus.class.getDeclaredField("pluginsTable");
		field.setAccessible(true);
		field.set(null, table);
	}

	@Override
	public void run(final String arg) {
		options = Macro.getOptions();
		current = WindowManager.getCurrentImage();
		try {
			final Class<?> command = arg.isEmpty() ? ZeroShotSRCommand.class : IsotropicStackCommand.class;
			MODULES.add(context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(command
				.getName()), true).get());
		}
		catch (final Exception e) {
			// the macro goes on
		}
	}

	private static <T extends RealType<T> & NativeType<T>> Dataset dataset(final Pixels<T> pixels, final String title) {
		final Dataset dataset = context.service(DatasetService.class).create(pixels.image());
		final Map<Character, String> labels = new HashMap<>(Map.of('X', "X", 'Y', "Y", 'C', "Channel", 'S', "Channel",
			'Z', "Z", 'T', "Time"));
		for (int d = 0; d < pixels.axes().length(); d++) {
			final CalibratedAxis axis = ImageJCommon.axis(labels.get(pixels.axes().charAt(d)), "µm", 1, 0);
			dataset.setAxis(axis, d);
		}
		dataset.setRGBMerged(pixels.axes().contains("S"));
		dataset.setName(title);
		return dataset;
	}

	private static Dataset shown(final ImagePlus image) {
		for (final Map.Entry<Dataset, ImagePlus> entry : SHOWN.entrySet())
			if (entry.getValue() == image) return entry.getKey();
		final Dataset dataset = dataset(Pixels.of(image), image.getTitle());
		SHOWN.put(dataset, image);
		return dataset;
	}

	/** Gives a Dataset that stands for an ImagePlus. */
	static Dataset register(final Context scijava, final ImagePlus image) {
		context = scijava;
		return shown(image);
	}

	/** The macro's options for SciJava's thread, and their values as imagej-legacy finds them. */
	@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH)
	public static class Options extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (LegacyDouble.context != context() || !ij.IJ.isMacro()) return;
			final Thread thread = Thread.currentThread();
			if (!thread.getName().startsWith("Run$_")) thread.setName("Run$_" + thread.getName());
			Macro.setOptions(options);
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final String value = Macro.getValue(options == null ? "" : options, input.getName(), null);
				final Object converted = input.getType() != Dataset.class || value == null ? value : WindowManager.getImage(
					value) == null ? null : shown(WindowManager.getImage(value));
				if (converted == null || !input.getType().isInstance(converted)) continue;
				module.setInput(input.getName(), converted);
				module.resolveInput(input.getName());
			}
			if (module.isInputResolved("input") || current == null) return;
			module.setInput("input", shown(current));
			module.resolveInput("input");
		}
	}

	/** Where a dialog would open. */
	@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_LOW)
	public static class Dialog extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (!module.isInputResolved(input.getName()) && Inputs.keys().contains(input.getName())) ASKED.add(input
					.getName());
		}
	}

	@Plugin(type = Converter.class)
	public static class ToImagePlus extends AbstractConverter<Dataset, ImagePlus> {

		@Override
		public boolean canConvert(final ConversionRequest request) {
			return SHOWN.containsKey(request.sourceObject()) && request.destClass() == ImagePlus.class;
		}

		@Override
		public <T> T convert(final Object source, final Class<T> target) {
			return target.cast(SHOWN.get(source));
		}

		@Override
		public Class<ImagePlus> getOutputType() {
			return ImagePlus.class;
		}

		@Override
		public Class<Dataset> getInputType() {
			return Dataset.class;
		}
	}

	@Plugin(type = Converter.class)
	public static class ToDataset extends AbstractConverter<ImagePlus, Dataset> {

		@Override
		public <T> T convert(final Object source, final Class<T> target) {
			return target.cast(shown((ImagePlus) source));
		}

		@Override
		public Class<Dataset> getOutputType() {
			return Dataset.class;
		}

		@Override
		public Class<ImagePlus> getInputType() {
			return ImagePlus.class;
		}
	}
}
