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

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.UIService;
import org.scijava.widget.FileWidget;
import org.scijava.widget.InputHarvester;

import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.imagej.OptionsHelp;
import org.zeroshotsr.imagej.PreviewRun;
import org.zeroshotsr.options.Option;

/**
 * Asks the user for those inputs of {@link ZeroShotSRCommand} that a call leaves open, until they are possible, just
 * before SciJava would ask for them as they are. Without a user, and never in macros, they have their defaults.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public class AskOptions extends AbstractPreprocessorPlugin {

	@Parameter
	private PluginService plugins;
	@Parameter
	private EngineService engines;
	@Parameter(required = false)
	private UIService ui;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ZeroShotSRCommand) || Macros.isRunning()) return;
		final ZeroShotSRCommand command = (ZeroShotSRCommand) module.getDelegateObject();
		final Set<String> asked = new LinkedHashSet<>(Inputs.choices());
		asked.removeIf(module::isInputResolved);
		if (asked.isEmpty()) return;
		final Map<String, String> given = command.given();
		given.keySet().removeAll(asked);
		try {
			final Map<String, String> texts = command.start().and(given).values();
			if (command.title() != null && !ask(command, texts, asked)) return;
			asked.forEach(key -> module.setInput(key, texts.get(key)));
		}
		catch (final IllegalArgumentException e) {
			// a wrong value was given: run() says so, and nobody is asked
		}
		asked.forEach(module::resolveInput);
		module.resolveInput(Inputs.IMAGE);
	}

	/** Returns whether the user agrees; {@code texts} are then his. */
	private boolean ask(final ZeroShotSRCommand command, final Map<String, String> texts, final Set<String> asked) {
		final PreviewRun previews = new PreviewRun(engines.maker());
		final OptionsForm.Buttons buttons = new OptionsForm.Buttons(now -> preview(command, previews, now), () -> ui.chooseFile(
			null, FileWidget.OPEN_STYLE), OptionsHelp::show);
		while (true) {
			final Map<String, String> before = new LinkedHashMap<>(texts);
			boolean advanced = asked.stream().allMatch(AskOptions::isAdvanced);
			if (!advanced) {
				final OptionsForm everyday = new OptionsForm(false, command.title(), texts, asked, buttons);
				if (!show(everyday)) return false;
				texts.putAll(everyday.values());
				advanced = everyday.isAdvancedWanted() && asked.stream().anyMatch(AskOptions::isAdvanced);
			}
			if (advanced) {
				final OptionsForm others = new OptionsForm(true, command.title(), texts, asked, buttons);
				if (!show(others)) return false;
				texts.putAll(others.values());
			}
			if (texts.equals(before)) return true; // what is wrong with them was said, or there is nobody to ask
			try {
				KernelFile.read(Choices.of(texts).options(), command.source().acquisition(), note -> {});
				return true;
			}
			catch (final IllegalArgumentException e) {
				ui.showDialog(e.getMessage(), "Zero-Shot SR", MessageType.ERROR_MESSAGE);
			}
		}
	}

	private static boolean isAdvanced(final String key) {
		return !Choices.FLAGS.contains(key) && !key.equals(Choices.MAPS) && Option.of(key).isAdvanced();
	}

	/** Has the user interface that there is ask; false where the user cancels. */
	private boolean show(final Module form) {
		for (final PreprocessorPlugin plugin : plugins.createInstancesOfType(PreprocessorPlugin.class)) {
			if (!(plugin instanceof InputHarvester)) continue;
			plugin.process(form); // does nothing where it is another user interface's
			if (!plugin.isCanceled()) continue;
			cancel(plugin.getCancelReason());
			return false;
		}
		return true;
	}

	private static void preview(final ZeroShotSRCommand command, final PreviewRun previews, final Map<String, String> now) {
		if (GraphicsEnvironment.isHeadless()) return;
		EventQueue.invokeLater(() -> previews.show(command.title(), command::source, () -> Choices.of(now)));
	}
}
