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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imglib2.img.planar.PlanarImgs;

import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.options.Option;

/** What the user of the SciJava command is asked, and what becomes of his answers; {@link UserDouble} answers. */
class AskOptionsTest {

	private static final String EVERYDAY = "message " + keys(false) + " bicubic window maps report advanced enlargePart help";
	private static final String OTHERS = "message " + keys(true).replaceFirst("kernel", "kernel browse") + " enlargePart help";

	private Context context;

	@BeforeEach
	void start() {
		context = new Context();
		TestEngines.maker = TestEngines.LOCAL;
	}

	@AfterEach
	void stop() {
		UserDouble.install(null);
		context.dispose();
	}

	/** An image of one value: it is enlarged at once, whatever the options. */
	private CommandModule run(final Predicate<Module> user, final String... inputs) throws Exception {
		UserDouble.install(user);
		final Dataset image = context.service(DatasetService.class).create(PlanarImgs.unsignedBytes(16, 16));
		image.setAxis(ImageJCommon.axis("X", "pixel", 1, 0), 0);
		image.setAxis(ImageJCommon.axis("Y", "pixel", 1, 0), 1);
		image.setName("plain.tif");
		final List<Object> all = new ArrayList<>(List.of(inputs));
		all.addAll(List.of("input", image));
		return context.service(CommandService.class).run(ZeroShotSRCommand.class, true, all.toArray()).get();
	}

	private static String keys(final boolean advanced) {
		return Arrays.stream(Option.values()).filter(option -> option.isAdvanced() == advanced).map(Option::key).collect(Collectors
			.joining(" "));
	}

	/** As SciJava's widgets do it. */
	private static void enter(final Module form, final String key, final Object value) {
		try {
			form.setInput(key, value);
			form.getInfo().getInput(key).callback(form);
		}
		catch (final MethodCallException e) {
			throw new AssertionError(e);
		}
	}

	/** As imagej-legacy's recorder writes it. */
	private static String recorded(final Module module) {
		final StringBuilder text = new StringBuilder();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (input.getVisibility() == ItemVisibility.MESSAGE || !(value instanceof String)) continue;
			text.append(input.getName()).append('=').append(value).append(' ');
		}
		return text.toString().strip();
	}

	@Test
	void whoAgreesHasTheDefaultsAndTheyAreRecorded() throws Exception {
		final CommandModule module = run(form -> true);
		assertNotNull(module.getOutput("result"), module.getCancelReason());
		assertEquals(List.of("Zero-Shot SR: " + EVERYDAY), UserDouble.DIALOGS);
		assertEquals(Arrays.stream((keys(false) + " bicubic window maps report " + keys(true)).split(" ")).map(key -> key + "=" + Choices.DEFAULTS
			.values().get(key)).collect(Collectors.joining(" ")), recorded(module));
	}

	@Test
	void whatIsEnteredIsDone() throws Exception {
		final CommandModule module = run(form -> {
			if (form.getInfo().getInput("scale") != null) {
				enter(form, "scale", "3");
				enter(form, "bicubic", true);
				enter(form, "advanced", true);
			}
			else enter(form, "steps", "7");
			return true;
		});
		assertEquals(48, ((Dataset) module.getOutput("result")).dimension(0));
		assertNotNull(module.getOutput("bicubicresult"));
		assertEquals("7 true", module.getInput("steps") + " " + module.getInput("bicubic"));
		assertEquals(List.of("Zero-Shot SR: " + EVERYDAY, "Zero-Shot SR: Advanced: " + OTHERS), UserDouble.DIALOGS);
	}

	@Test
	void onlyWhatACallLeavesOpenIsAsked() throws Exception {
		final CommandModule module = run(form -> {
			enter(form, "quality", "fast"); // which sets what was not given
			return true;
		}, "scale", "2", "ensemble", "8", "window", "false", "noise", "none");
		assertEquals(List.of("Zero-Shot SR: " + EVERYDAY.replace(" scale", "").replace(" window", "")), UserDouble.DIALOGS);
		assertEquals("8", module.getInput("ensemble"));
		assertEquals("none", module.getInput("noise"));
		final Set<String> keys = new LinkedHashSet<>(Inputs.choices());
		keys.remove("depth");
		final List<String> given = new ArrayList<>();
		keys.forEach(key -> given.addAll(List.of(key, Choices.DEFAULTS.values().get(key))));
		run(form -> true, given.toArray(new String[0]));
		assertEquals(List.of("Zero-Shot SR: Advanced: message depth enlargePart help"), UserDouble.DIALOGS);
		given.addAll(List.of("depth", "3"));
		run(form -> true, given.toArray(new String[0]));
		assertEquals(List.of(), UserDouble.DIALOGS);
	}

	@Test
	void presetAndQualityShowWhatTheyComeTo() throws Exception {
		final CommandModule module = run(form -> {
			if (form.getInfo().getInput("preset") != null) {
				enter(form, "preset", "old");
				enter(form, "quality", "best");
				enter(form, "advanced", true);
				return true;
			}
			assertEquals("estimate", form.getInput("kernel"));
			assertEquals("auto", form.getInput("noise"));
			assertEquals("96", form.getInput("width"));
			return false;
		});
		assertTrue(module.isCanceled());
		assertNull(module.getOutput("result"));
	}

	@Test
	void whatIsNotPossibleIsAskedAgain() throws Exception {
		final int[] times = { 0 };
		final CommandModule module = run(form -> {
			enter(form, "scale", times[0]++ == 0 ? "none" : "4");
			return true;
		});
		assertEquals(2, UserDouble.DIALOGS.size());
		assertEquals(64, ((Dataset) module.getOutput("result")).dimension(0));
		// who insists is told by the command
		final CommandModule insisted = run(form -> {
			enter(form, "scale", "none");
			return true;
		});
		assertEquals(2, UserDouble.DIALOGS.size());
		assertTrue(insisted.getCancelReason().contains("scale: 'none'"), insisted.getCancelReason());
	}

	@Test
	void whoCancelsHasNothing() throws Exception {
		final CommandModule module = run(form -> false);
		assertTrue(module.isCanceled());
		assertEquals("", module.getCancelReason());
		assertNull(module.getOutput("result"));
		assertEquals(1, UserDouble.DIALOGS.size());
	}

	@Test
	void aWrongCallAndOneWithoutAnImageAskNobody() throws Exception {
		assertTrue(run(form -> true, "steps", "many").getCancelReason().contains("steps: 'many'"));
		assertEquals(List.of(), UserDouble.DIALOGS);
		final CommandModule module = context.service(CommandService.class).run(ZeroShotSRCommand.class, true).get();
		assertTrue(module.getCancelReason().contains("there is no image"), module.getCancelReason());
		assertEquals(List.of(), UserDouble.DIALOGS);
	}

	@Test
	void formsAreMadeOfTheOptions() throws Exception {
		final List<String> pressed = new ArrayList<>();
		final File file = new File("my psf.csv");
		final OptionsForm.Buttons buttons = new OptionsForm.Buttons(now -> pressed.add(now.get("kernel")), () -> file, () -> pressed
			.add("help"));
		for (final boolean advanced : new boolean[] { false, true }) {
			final OptionsForm form = new OptionsForm(advanced, "plain.tif", Choices.DEFAULTS.values(), Inputs.choices(), buttons);
			assertEquals("Enlarge plain.tif", form.getInput("message"));
			for (final Option option : Option.values()) {
				final ModuleItem<?> item = form.getInfo().getInput(option.key());
				assertEquals(option.isAdvanced() == advanced, item != null, option.key());
				if (item == null) continue;
				assertEquals(option.text(), item.getLabel().replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT));
				assertTrue(item.getLabel().contains(option.unit()) || option.unit().equals(option.text()), item.getLabel());
				assertTrue(item.getDescription().toLowerCase(Locale.ROOT).contains(option.help().toLowerCase(Locale.ROOT)));
				assertTrue(item.getDescription().endsWith("Possible: " + option.range() + "."));
				assertEquals(Choices.DEFAULTS.values().get(option.key()), form.getInput(option.key()));
				assertEquals(option.choices(), item.getChoices() == null ? List.of() : item.getChoices());
				assertFalse(item.isPersisted());
			}
			assertEquals(Button.class, form.getInfo().getInput("help").getType());
			enter(form, "enlargePart", null);
			enter(form, "help", null);
			if (!advanced) {
				assertEquals(Boolean.class, form.getInfo().getInput("bicubic").getType());
				assertEquals(Boolean.class, form.getInfo().getInput("window").getType());
			}
			else {
				enter(form, "browse", null);
				assertEquals("file:my psf.csv", form.getInput("kernel"));
				enter(form, "enlargePart", null);
			}
		}
		assertEquals(List.of("auto", "help", "auto", "help", "file:my psf.csv"), pressed);
		assertEquals(List.of("auto", "ideal", "microscopy", "noisy", "old"), Option.PRESET.choices());
		assertEquals(List.of(), Option.DEVICE.choices());
	}

	/** What SciJava calls of its own accord at every change must not be a button. */
	@Test
	void nothingIsEnlargedUntilThePreviewButtonIsPressed() {
		final List<Map<String, String>> pressed = new ArrayList<>();
		new OptionsForm(false, "plain.tif", Choices.DEFAULTS.values(), Inputs.choices(), new OptionsForm.Buttons(pressed::add,
			() -> null, () -> {})).preview();
		assertEquals(List.of(), pressed);
	}
}
