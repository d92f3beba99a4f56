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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;
import org.scijava.widget.InputPanel;

/**
 * The user of SciJava's own dialogs: its Swing ones cannot be had here. Like them it is asked for what is not resolved,
 * and by SciJava itself for what this plugin leaves to it.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY)
public class UserDouble extends AbstractPreprocessorPlugin implements InputHarvester<Void, Void> {

	/** Fills in a dialog; false where he presses Cancel. Null where there is no user. */
	static Predicate<Module> user;
	/** The titles of the dialogs and what they asked for. */
	static final List<String> DIALOGS = new ArrayList<>();

	static void install(final Predicate<Module> whoAnswers) {
		DIALOGS.clear();
		user = whoAnswers;
	}

	@Override
	public void process(final Module module) {
		if (user == null) return;
		final List<String> open = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName())) open.add(input.getName());
		if (open.isEmpty()) return;
		DIALOGS.add(module.getInfo().getTitle() + ": " + String.join(" ", open));
		if (!user.test(module)) cancel(null); // so does SciJava
	}

	@Override
	public InputPanel<Void, Void> createInputPanel() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void buildPanel(final InputPanel<Void, Void> panel, final Module module) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean harvestInputs(final InputPanel<Void, Void> panel, final Module module) {
		throw new UnsupportedOperationException();
	}
}
