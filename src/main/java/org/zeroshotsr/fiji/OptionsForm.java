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

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.scijava.ItemVisibility;
import org.scijava.module.DefaultMutableModule;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.widget.Button;

import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;

/**
 * A dialog of {@link ZeroShotSRCommand}, made from {@link Option}: the everyday options, or the advanced ones. It is a
 * module of its own, whose inputs SciJava's user interface asks for: the command's are texts, which calls of it need, for
 * what SciJava cannot read as a boolean it takes for false.
 */
final class OptionsForm extends DefaultMutableModule {

	/** The everyday form's checkbox for the other form. */
	static final String ADVANCED = "advanced";
	private static final String TITLE = "Zero-Shot SR";

	/**
	 * What the buttons do.
	 *
	 * @param preview takes all choices as they are now, by key
	 * @param browse  gives a kernel's file, or null
	 */
	record Buttons(Consumer<Map<String, String>> preview, Supplier<File> browse, Runnable help) {}

	private final Map<String, String> texts;
	private final Set<String> asked;
	private final Buttons buttons;

	/**
	 * @param advanced which options
	 * @param image    title of the image
	 * @param texts    all choices by key; those of the other form change with preset and quality, too
	 * @param asked    the keys that are to be asked for: the others were given
	 */
	OptionsForm(final boolean advanced, final String image, final Map<String, String> texts, final Set<String> asked,
		final Buttons buttons)
	{
		this.texts = texts;
		this.asked = asked;
		this.buttons = buttons;
		getInfo().setLabel(advanced ? TITLE + ": Advanced" : TITLE);
		final DefaultMutableModuleItem<String> message = item("message", String.class, "", "", "Enlarge " + image);
		message.setVisibility(ItemVisibility.MESSAGE);
		for (final Option option : Option.values())
			if (option.isAdvanced() == advanced && asked.contains(option.key())) option(option);
		if (!advanced) {
			flag(Choices.BICUBIC, "Bicubic enlargement beside the result", "Also make the bicubic enlargement, for comparison.");
			flag(Choices.WINDOW, "Window that shows the training", "Show how the training goes in a window.");
			maps();
			flag(Choices.REPORT, "Report on the run, as a page", "Make a page with pictures, spectra and what was done, and show it in the " +
				"browser.");
			item(ADVANCED, Boolean.class, "Advanced options...", "Ask for the other options, too, in a second dialog.", false);
		}
		button("enlargePart", "Preview", "Enlarge a small part with these options, in seconds, beside bicubic, and say what was " +
			"found and how long all of it will take.");
		button("help", "Help", "What the options are, and how to cite the method.");
	}

	private <T> DefaultMutableModuleItem<T> item(final String key, final Class<T> type, final String label, final String help,
		final T value)
	{
		final DefaultMutableModuleItem<T> item = new DefaultMutableModuleItem<>(this, key, type);
		item.setLabel(label);
		item.setDescription(help);
		item.setPersisted(false);
		item.setRequired(false);
		getInfo().addInput(item);
		setInput(key, value);
		return item;
	}

	private void option(final Option option) {
		final DefaultMutableModuleItem<String> item = item(option.key(), String.class, capital(option.text()) + (option.unit()
			.isEmpty() || option.unit().equals(option.text()) ? "" : " (" + option.unit() + ")"), capital(option.help()) +
				". Possible: " + option.range() + ".", texts.get(option.key()));
		if (!option.choices().isEmpty()) item.setChoices(option.choices());
		if (option == Option.PRESET || option == Option.QUALITY) item.setCallback("imply");
		if (option == Option.KERNEL) button("browse", "Kernel from a file...", "A measured PSF: CSV or a grey image.");
	}

	private void flag(final String key, final String label, final String help) {
		if (asked.contains(key)) item(key, Boolean.class, label, help, Boolean.valueOf(texts.get(key)));
	}

	private void maps() {
		if (asked.contains(Choices.MAPS)) item(Choices.MAPS, Boolean.class, "Maps: consistency, uncertainty, what is new",
			"Also make maps of how far the result can be believed.", Choices.isTicked(texts.get(Choices.MAPS)));
	}

	private void button(final String method, final String label, final String help) {
		item(method, Button.class, label, help, null).setCallback(method);
	}

	private static String capital(final String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

	/** All choices by key, with those that this form has as they are now. */
	Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>(texts);
		// a text field that was emptied may have no value
		values.replaceAll((key, text) -> getInfo().getInput(key) == null ? text : getInput(key) == null ? "" : getInput(key)
			.toString());
		// a tick box here, and a list of maps in calls
		if (getInfo().getInput(Choices.MAPS) != null) values.compute(Choices.MAPS, (key, ticked) -> Choices.maps(texts.get(
			key), Boolean.parseBoolean(ticked)));
		return values;
	}

	/** Whether the other form is wanted, too. */
	boolean isAdvancedWanted() {
		return Boolean.TRUE.equals(getInput(ADVANCED));
	}

	/** Another preset or quality was chosen: shows what that comes to. */
	void imply() {
		final Map<String, String> now = values();
		final Map<String, String> implied = Choices.of(now.get(Option.PRESET.key()), now.get(Option.QUALITY.key())).values();
		for (final Option option : Options.governed()) {
			final String key = option.key();
			if (!asked.contains(key)) continue;
			texts.put(key, implied.get(key));
			if (getInfo().getInput(key) != null) setInput(key, implied.get(key));
		}
	}

	/** Not "preview", which SciJava calls at every change. */
	void enlargePart() {
		buttons.preview.accept(values());
	}

	void browse() {
		final File file = buttons.browse.get();
		if (file != null) setInput(Option.KERNEL.key(), "file:" + file);
	}

	void help() {
		buttons.help.run();
	}
}
