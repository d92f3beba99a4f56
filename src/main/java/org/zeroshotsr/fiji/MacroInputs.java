package org.zeroshotsr.fiji;

import java.util.Map;
import java.util.Objects;

import org.scijava.Named;
import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Resolves every option of {@link ZeroShotSRCommand} in a macro: what the call gives is read strictly, what it leaves
 * out has its default, so that no dialog opens and nothing of another run comes back. Comes after imagej-legacy's own
 * reading of macro options, which takes the first thing that looks like a key, and puts that right.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH)
public class MacroInputs extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private LogService log;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ZeroShotSRCommand) || !Macros.isRunning()) return;
		try {
			resolve(module, MacroOptions.parse(Macros.options()));
		}
		catch (final IllegalArgumentException e) {
			final String reason = Failure.text(e);
			Failure.tell(reason, log);
			cancel(reason);
		}
	}

	private static void resolve(final Module module, final Map<String, String> given) {
		for (final String key : given.keySet())
			if (!ZeroShotSRCommand.KEYS.contains(key)) throw new IllegalArgumentException("there is no option '" + key +
				"'; there are " + String.join(", ", ZeroShotSRCommand.KEYS));
		for (final String key : ZeroShotSRCommand.KEYS) {
			if (key.equals(ZeroShotSRCommand.INPUT)) checkInput(module, given.get(key));
			else resolve(module, module.getInfo().getInput(key), given.get(key));
		}
	}

	private static void resolve(final Module module, final ModuleItem<?> item, final String given) {
		final String key = item.getName();
		final String byImageJ = Macros.foundByImageJ(key);
		// a caller's own value, given to SciJava and not to ImageJ, is kept
		final boolean byCaller = module.isInputResolved(key) && !Objects.equals(module.getInput(key), byImageJ);
		if (given != null) module.setInput(key, Macros.resolve(given));
		else if (!byCaller) module.setInput(key, ZeroShotSRCommand.defaultValue(key));
		module.resolveInput(key);
	}

	/** An unknown title would silently become the active image. */
	private static void checkInput(final Module module, final String title) {
		if (title == null) return;
		final Object input = module.getInput(ZeroShotSRCommand.INPUT);
		if (!(input instanceof Named) || !Macros.resolve(title).equals(((Named) input).getName()))
			throw new IllegalArgumentException("input: there is no image with the title '" + Macros.resolve(title) + "'");
	}
}
