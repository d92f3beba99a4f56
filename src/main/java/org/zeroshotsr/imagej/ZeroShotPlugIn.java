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

import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import org.zeroshotsr.run.Engine;

/**
 * Plugins &gt; Zero-Shot SR in ImageJ without Fiji: enlarges the active image into a new one, which becomes the active
 * image.
 */
public class ZeroShotPlugIn extends ImagePlugIn {

	static final String NAME = "Zero-Shot SR";

	/** What the dialog of a command was left with; macros never see it. */
	private static final Map<String, Choices> LAST = new ConcurrentHashMap<>();

	private final String name;
	private final Choices start;
	private final Engine.Maker maker;

	public ZeroShotPlugIn() {
		this(MemoryPreference.maker());
	}

	ZeroShotPlugIn(final Engine.Maker maker) {
		this(NAME, Choices.DEFAULTS, maker);
	}

	/**
	 * @param name  in the menu
	 * @param start what is not chosen otherwise
	 */
	ZeroShotPlugIn(final String name, final Choices start, final Engine.Maker maker) {
		super(name);
		this.name = name;
		this.start = start;
		this.maker = maker;
	}

	@Override
	void work(final ImagePlus source) {
		final Choices choices = choices(source);
		if (choices != null) upscale(source, choices);
	}

	/** From the macro that calls, or else from the user; null where the user canceled. */
	private Choices choices(final ImagePlus source) {
		final String options = Macro.getOptions();
		if (options != null || IJ.isMacro() || GraphicsEnvironment.isHeadless()) {
			final Interpreter macro = Interpreter.getInstance();
			return start.and(MacroOptions.parse(options == null ? "" : options, name -> macro == null ? null : macro
				.getVariableAsString(name)));
		}
		final Choices choices = OptionsDialog.ask(name, LAST.getOrDefault(name, start), source, new PreviewRun(maker));
		if (choices == null) {
			Recorder.disableCommandRecording();
			return null;
		}
		LAST.put(name, choices);
		return choices;
	}

	private void upscale(final ImagePlus source, final Choices choices) {
		final Upscaling.Made<ImagePlus> made = new Upscaling(choices, new ImageJProgress(), maker).run(ImagePlusSource.of(
			source));
		// once it is known what was found in the image, so that the call repeats the run
		if (Recorder.record && Macro.getOptions() == null && !IJ.isMacro()) choices.with(made.report().options()).recorded(start).forEach((
			key, value) -> Recorder.recordOption(key, Recorder.fixPath(value)));
		for (int i = made.images().size() - 1; i >= 0; i--)
			show(made.images().get(i));
		final double gain = made.report().gain();
		IJ.showStatus(String.format(Locale.ROOT, "%s: %.1f s%s", name, made.report().seconds(), Double.isNaN(gain) ? "" : String.format(Locale.ROOT, 
			", %+.2f dB over bicubic on its shrunken copy", gain)));
	}
}
