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
package org.zeroshotsr.imagej;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.plugin.frame.Recorder;

import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;

/**
 * Asks the user: everyday options first, the advanced ones in a second dialog. The first word of each label is the
 * option's key in macros. Everything is made from {@link Option}.
 */
final class OptionsDialog {

	private static final int COLUMNS = 14;
	/** GenericDialog gives a wider field the whole row. */
	private static final int MOST_BESIDE_OTHERS = 8;
	private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

	private final String name;
	private final Map<String, String> texts;
	/** Text fields of the dialog that is open. */
	private final Map<Option, TextField> fields = new EnumMap<>(Option.class);
	private boolean advanced;

	private final PreviewRun previews;
	private final ImagePlus image;

	private OptionsDialog(final String name, final Choices start, final ImagePlus image, final PreviewRun previews) {
		this.name = name;
		texts = start.values();
		this.image = image;
		this.previews = previews;
	}

	/**
	 * Asks until all values are possible.
	 *
	 * @param name     of the command
	 * @param start    what the fields hold at first
	 * @param image    that is to be enlarged
	 * @param previews shows what the choices come to
	 * @return the choices, or null where the user canceled
	 */
	static Choices ask(final String name, final Choices start, final ImagePlus image, final PreviewRun previews) {
		final OptionsDialog dialog = new OptionsDialog(name, start, image, previews);
		while (true) {
			if (!dialog.everyday() || dialog.advanced && !dialog.others()) return null;
			try {
				final Choices choices = Choices.of(dialog.texts);
				KernelFile.read(choices.options(), Acquisition.of(image), note -> {});
				return choices;
			}
			catch (final IllegalArgumentException e) {
				IJ.showMessage(name, Messages.wrapped(e.getMessage()));
			}
		}
	}

	private boolean everyday() {
		final GenericDialog dialog = new GenericDialog(name);
		dialog.addMessage("Enlarge " + image.getTitle());
		add(dialog, false);
		dialog.addCheckbox("Bicubic enlargement beside the result", texts.get(Choices.BICUBIC).equals("true"));
		dialog.addCheckbox("Window that shows the training", texts.get(Choices.WINDOW).equals("true"));
		dialog.addCheckbox("Maps: consistency, uncertainty, what is new", Choices.isTicked(texts.get(Choices.MAPS)));
		dialog.addCheckbox("Report on the run, as a page", !texts.get(Choices.REPORT).equals(ReportPage.NO));
		dialog.addCheckbox("Advanced options...", advanced);
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEADING, 0, 0));
		final Button preview = new Button("Preview");
		preview.addActionListener(event -> EventQueue.invokeLater(() -> previews.show(image.getTitle(), () -> ImagePlusSource.of(
			image), preview(dialog))));
		panel.add(preview);
		dialog.addPanel(panel);
		dialog.addHelp(OptionsHelp.html());
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		read(dialog, false);
		texts.put(Choices.BICUBIC, String.valueOf(dialog.getNextBoolean()));
		texts.put(Choices.WINDOW, String.valueOf(dialog.getNextBoolean()));
		texts.put(Choices.MAPS, Choices.maps(texts.get(Choices.MAPS), dialog.getNextBoolean()));
		texts.put(Choices.REPORT, String.valueOf(dialog.getNextBoolean()));
		advanced = dialog.getNextBoolean();
		Recorder.resetCommandOptions(); // the whole call is recorded later
		return true;
	}

	/** The choices as the open dialog has them. */
	private Supplier<Choices> preview(final GenericDialog dialog) {
		final Map<String, String> now = new LinkedHashMap<>(texts);
		final Iterator<?> choices = dialog.getChoices().iterator();
		for (final Option option : Option.values())
			if (!option.isAdvanced()) now.put(option.key(), fields.containsKey(option) ? fields.get(option).getText()
				: ((Choice) choices.next()).getSelectedItem());
		return () -> Choices.of(now);
	}

	private boolean others() {
		final GenericDialog dialog = new GenericDialog(name + ": Advanced");
		add(dialog, true);
		dialog.addHelp(OptionsHelp.html());
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		read(dialog, true);
		Recorder.resetCommandOptions();
		return true;
	}

	private void add(final GenericDialog dialog, final boolean wanted) {
		fields.clear();
		for (final Option option : Option.values()) {
			if (option.isAdvanced() != wanted) continue;
			final List<String> choices = option.choices();
			final String text = texts.get(option.key());
			if (!choices.isEmpty()) {
				dialog.addChoice(label(option), choices.toArray(new String[0]), text);
				if (option == Option.PRESET || option == Option.QUALITY) ((Choice) dialog.getChoices().lastElement())
					.addItemListener(event -> imply(option, (String) event.getItem()));
				continue;
			}
			dialog.addStringField(label(option), text, MOST_BESIDE_OTHERS);
			final TextField field = (TextField) dialog.getStringFields().lastElement();
			field.setColumns(COLUMNS);
			fields.put(option, field);
			dialog.addToSameRow();
			if (option == Option.KERNEL) dialog.addPanel(kernelHint(field));
			else dialog.addMessage(option.range(), SMALL, Color.darkGray);
		}
	}

	/** Another preset or quality was chosen: shows what that comes to. */
	private void imply(final Option option, final String value) {
		texts.put(option.key(), value);
		final Map<String, String> implied = Choices.of(texts.get(Option.PRESET.key()), texts.get(Option.QUALITY.key()))
			.values();
		for (final Option governed : Options.governed()) {
			texts.put(governed.key(), implied.get(governed.key()));
			if (fields.containsKey(governed)) fields.get(governed).setText(implied.get(governed.key()));
		}
	}

	private static Panel kernelHint(final TextField field) {
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEADING, 0, 0));
		final Label hint = new Label(Option.KERNEL.range());
		hint.setFont(SMALL);
		hint.setForeground(Color.darkGray);
		final Button button = new Button("File...");
		button.addActionListener(event -> browse(field));
		panel.add(hint);
		panel.add(button);
		return panel;
	}

	private static void browse(final TextField field) {
		final OpenDialog dialog = new OpenDialog("Kernel: CSV or grey image");
		if (dialog.getPath() != null) field.setText("file:" + Path.of(dialog.getPath()));
	}

	/** "Noise (grey levels, or % of the range)". */
	private static String label(final Option option) {
		final String key = option.key();
		return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + (option.unit().isEmpty() || option.unit()
			.equals(key) ? "" : " (" + option.unit() + ")");
	}

	private void read(final GenericDialog dialog, final boolean wanted) {
		for (final Option option : Option.values())
			if (option.isAdvanced() == wanted) texts.put(option.key(), option.choices().isEmpty() ? dialog.getNextString()
				: dialog.getNextChoice());
	}
}
