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

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.imagej.Dataset;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.imagej.Source;
import org.zeroshotsr.imagej.Upscaling;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR in Fiji: enlarges an image into a new one. Every option is a text whose field
 * name is its macro key ({@link Option#key()}), because ImageJ turns what it cannot read as a number into 0, and null where
 * it was not given; {@link Choices} reads them, and {@link AskOptions} asks for them. Not a DynamicCommand, whose inputs
 * could be made from {@link Option}: CommandService.run returns null for those, and scripts could not wait for the result.
 */
@Plugin(type = Command.class, label = "Zero-Shot SR", headless = true, menu = { @Menu(label = "Plugins"), @Menu(
	label = "Zero-Shot SR"), @Menu(label = "Zero-Shot SR") })
public class ZeroShotSRCommand extends ImageCommand {

	@Parameter
	private EngineService engines;

	@Parameter(persist = false, required = false)
	private String preset;
	@Parameter(persist = false, required = false)
	private String scale;
	@Parameter(persist = false, required = false)
	private String zscale;
	@Parameter(persist = false, required = false)
	private String quality;
	@Parameter(persist = false, required = false)
	private String stack;
	@Parameter(persist = false, required = false)
	private String bicubic;
	@Parameter(persist = false, required = false)
	private String window;
	@Parameter(persist = false, required = false)
	private String maps;
	@Parameter(persist = false, required = false)
	private String report;
	@Parameter(persist = false, required = false)
	private String kernel;
	@Parameter(persist = false, required = false)
	private String zkernel;
	@Parameter(persist = false, required = false)
	private String noise;
	@Parameter(persist = false, required = false)
	private String gradual;
	@Parameter(persist = false, required = false)
	private String backprojection;
	@Parameter(persist = false, required = false)
	private String ensemble;
	@Parameter(persist = false, required = false)
	private String fallback;
	@Parameter(persist = false, required = false)
	private String schedule;
	@Parameter(persist = false, required = false)
	private String steps;
	@Parameter(persist = false, required = false)
	private String depth;
	@Parameter(persist = false, required = false)
	private String width;
	@Parameter(persist = false, required = false)
	private String crop;
	@Parameter(persist = false, required = false)
	private String seed;
	@Parameter(persist = false, required = false)
	private String threads;
	@Parameter(persist = false, required = false)
	private String device;
	@Parameter(persist = false, required = false)
	private String precision;

	@Parameter(type = ItemIO.OUTPUT)
	private Dataset result;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset bicubicresult;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset consistencymap;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset uncertaintymap;
	@Parameter(type = ItemIO.OUTPUT)
	private Dataset newmap;

	@Override
	<T extends RealType<T> & NativeType<T>, I> List<I> work(final Source<T, I> source, final TaskProgress progress) {
		final Choices choices = start().and(given());
		final Upscaling.Made<I> made = new Upscaling(choices, progress, engines.maker()).run(source);
		// what was found in the image takes the place of what asked for it: a recorded call repeats the run
		final Map<String, String> found = choices.values();
		found.putAll(choices.with(made.report().options()).recorded(start()));
		found.forEach(inputs()::setInput);
		return made.images();
	}

	/** What is not chosen otherwise. */
	Choices start() {
		return Choices.DEFAULTS;
	}

	@Override
	void output(final List<Dataset> made) {
		result = made.get(0);
		final Iterator<Dataset> others = made.subList(1, made.size()).iterator();
		final Choices choices = Choices.of(given());
		bicubicresult = choices.bicubic() && others.hasNext() ? others.next() : null;
		consistencymap = choices.maps().contains(Layer.CONSISTENCY) && others.hasNext() ? others.next() : null;
		uncertaintymap = choices.maps().contains(Layer.UNCERTAINTY) && others.hasNext() ? others.next() : null;
		newmap = choices.maps().contains(Layer.NEW) && others.hasNext() ? others.next() : null;
	}

	/** The choices that have a value, by macro key. */
	Map<String, String> given() {
		final Module inputs = inputs();
		final Map<String, String> given = new LinkedHashMap<>();
		for (final String key : Inputs.choices())
			if (inputs.getInput(key) != null) given.put(key, (String) inputs.getInput(key));
		return given;
	}

	/** SciJava's own view of the fields above. */
	private Module inputs() {
		return new CommandInfo(getClass()).createModule(this);
	}
}
