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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.scijava.Named;
import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.MacroOptions;
import org.zeroshotsr.options.Option;

/**
 * Resolves every input of this plugin's commands in a macro: what the call gives is read strictly, what it leaves
 * out has its default, so that no dialog opens and nothing of another run comes back. Comes after imagej-legacy's own
 * reading of macro options, which takes the first thing that looks like a key, and puts that right; and after the active
 * image has been filled in.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.NORMAL)
public class MacroInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private LogService log;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ImageCommand) || !Macros.isRunning()) return;
		try {
			resolve(module, MacroOptions.parse(Macros.options(), Macros::variable));
		}
		catch (final IllegalArgumentException e) {
			cancel(Failure.tell(e, log));
		}
	}

	private static void resolve(final Module module, final Map<String, String> given) {
		// a script that a macro runs has called SciJava itself: the macro's options are the script's
		final Map<String, String> byCaller = new LinkedHashMap<>();
		final boolean choices = module.getDelegateObject() instanceof ZeroShotSRCommand;
		final List<String> keys = choices ? Inputs.keys() : List.of(Inputs.IMAGE);
		if (choices) for (final String key : Inputs.choices())
			if (isByCaller(module, key)) byCaller.put(key, (String) module.getInput(key));
		if (!byCaller.isEmpty()) given.clear();
		for (final String key : given.keySet()) {
			Option.refuseGone(key);
			if (!keys.contains(key)) throw new BadInput("there is no option '" + key + "'; there " + (choices
				? "are " : "is ") + String.join(", ", keys));
		}
		if (given.containsKey(Inputs.IMAGE)) checkImage(module, given.get(Inputs.IMAGE));
		module.resolveInput(Inputs.IMAGE);
		if (!choices) return;
		given.remove(Inputs.IMAGE);
		given.putAll(byCaller);
		((ZeroShotSRCommand) module.getDelegateObject()).start().and(given).values().forEach((key, value) -> {
			if (!byCaller.containsKey(key)) module.setInput(key, value);
			module.resolveInput(key);
		});
	}

	/** Whether a value came with a call of SciJava, and not from ImageJ's reading of the macro's options. */
	private static boolean isByCaller(final Module module, final String key) {
		return module.isInputResolved(key) && !Objects.equals(module.getInput(key), Macros.foundByImageJ(key));
	}

	/** An unknown title would silently become the active image. */
	private static void checkImage(final Module module, final String title) {
		final Object image = module.getInput(Inputs.IMAGE);
		if (!(image instanceof Named) || !title.equals(((Named) image).getName())) throw new BadInput(
			"input: there is no image with the title '" + title + "'");
	}
}
