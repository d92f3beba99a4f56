package org.zeroshotsr.imagej;

import org.zeroshotsr.options.Option;

/** What the dialog's Help button shows. */
final class OptionsHelp {

	private OptionsHelp() {}

	static String html() {
		final StringBuilder html = new StringBuilder(
			"<html><h2>Zero-Shot SR</h2><p>Trains a small network on the image itself and enlarges the image with it. " +
				"With a selection, only its bounding box is enlarged.</p><table cellpadding=3>");
		for (final Option option : Option.values())
			row(html, option.key(), option.help(), option.range() + (option.unit().isEmpty() ? "" : "; in " + option.unit()),
				option.defaultValue());
		row(html, Choices.BICUBIC, "also show the bicubic enlargement, for comparison", "true, false", "false");
		row(html, Choices.WINDOW, "show the training in a window", "true, false", "true");
		return html.append("</table><p>In macros: run(\"Zero-Shot SR\", \"scale=2 noise=gaussian:12\"), every option by ")
			.append("its name above; what is left out has its default.</p></html>").toString();
	}

	private static void row(final StringBuilder html, final String key, final String help, final String range,
		final String defaultValue)
	{
		html.append("<tr valign=top><td><b>").append(key).append("</b></td><td>").append(help).append("<br><i>").append(
			range).append("; default ").append(defaultValue).append("</i></td></tr>");
	}
}
