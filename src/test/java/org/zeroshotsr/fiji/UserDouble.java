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
