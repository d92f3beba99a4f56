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
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Image;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JLabel;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;

/**
 * A user in front of a real ImageJ: opens an image, uses the dialog, the training window and the recorder, and looks at
 * what happens. Knows ImageJ and Java's windows alone. Ends with 0 where all is as it should be.
 */
public final class ImageJWindowProgram {

	private static final long MILLIS = 30_000;

	private final String image;
	private final File pictures;

	private ImageJWindowProgram(final String image, final File pictures) {
		this.image = image;
		this.pictures = pictures;
	}

	public static void main(final String[] args) {
		int status = 1;
		try {
			new ImageJ(ImageJ.STANDALONE);
			final ImageJWindowProgram user = new ImageJWindowProgram(args[0], new File(args[1]));
			user.dialogTrainingResult();
			user.estimates();
			user.escape();
			user.cancelButton();
			user.isotropic();
			System.out.println("PASSED");
			status = 0;
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out); // all that the test will see
		}
		System.exit(status);
	}

	private void dialogTrainingResult() throws Exception {
		IJ.open(image);
		final ImagePlus source = IJ.getImage();
		new Recorder();
		IJ.doCommand("Zero-Shot SR");
		Dialog dialog = dialog("Zero-Shot SR", "Scale");
		picture("dialog");
		previews(dialog, source);
		choose(dialog, "Preset", "ideal");
		field(dialog, "Scale").setText("0.5");
		press(dialog, "OK");
		final Dialog error = dialog("Zero-Shot SR", null);
		picture("error");
		press(error, "OK");
		dialog = dialog("Zero-Shot SR", "Scale");
		check(field(dialog, "Scale").getText().equals("0.5"), "the wrong value is there to be put right");
		field(dialog, "Scale").setText("2");
		find(dialog, Checkbox.class, c -> c.getLabel().startsWith("Advanced")).setState(true);
		press(dialog, "OK");
		final Dialog advanced = dialog("Zero-Shot SR: Advanced", "Steps");
		picture("advanced");
		check(field(advanced, "Noise").getText().equals("none"), "a preset shows what it sets");
		field(advanced, "Steps").setText("50000");
		field(advanced, "Depth").setText("3");
		field(advanced, "Width").setText("8");
		beside(advanced, "Ensemble", Choice.class).select("1");
		press(advanced, "OK");

		final Window training = window("Zero-Shot SR: " + source.getTitle());
		await("a preview", () -> brightest(training, "network so far") > 0 && brightest(training, "bicubic") > 0);
		await("training", () -> find(training, JLabel.class, l -> l.getText() != null && l.getText().matches(
			"training, step \\d{2,} of 50000")) != null);
		picture("training");
		click(training, "Finish now");
		final ImagePlus result = get("the result as active image", () -> {
			final ImagePlus active = WindowManager.getCurrentImage();
			return active != null && active.getTitle().equals("beads_16bit-1.tif") && active.getWindow() != null ? active
				: null;
		});
		check(result.getWidth() == 2 * source.getWidth() && result.getHeight() == 2 * source.getHeight(), "twice the size");
		check(result.getInfoProperty().contains("RUN Zero-Shot SR"), "a record of the run");
		awaitEnd(training);
		picture("result");

		final String call = "run(\"Zero-Shot SR\", \"preset=ideal ensemble=1 steps=50000 depth=3 width=8\");";
		await("the recorded call " + call, () -> Recorder.getInstance().getText().contains(call));
		Recorder.record = false;
		IJ.selectWindow(source.getTitle());
		IJ.runMacro(call.replace("50000", "3").replace("width=8", "width=8 window=false"));
		check(IJ.getImage().getTitle().equals("beads_16bit-2.tif"), "the replayed call's result is the active image");
	}

	/** Of two presets, and one that is canceled; the dialog is open meanwhile. */
	private void previews(final Dialog dialog, final ImagePlus source) throws Exception {
		pressed(dialog, "Preview");
		final Window window = window("Zero-Shot SR preview: " + source.getTitle());
		final String time = ".*all of the image will take about \\d.*";
		await("a preview", () -> count(window, time) == 1);
		choose(dialog, "Preset", "noisy");
		pressed(dialog, "Preview");
		await("a second preview", () -> count(window, time) == 2 && count(window, "preset auto.*") == 1 && count(window,
			"preset noisy.*") == 1);
		check(count(window, "bicubic") == 2 && count(window, "Zero-Shot SR") == 2, "each beside bicubic");
		picture("previews");
		pressed(dialog, "Preview");
		pressed(dialog, "Preview"); // which cancels the one before, and can be canceled when that has ended
		await("its training", () -> count(window, "training.*") == 1);
		click(window, "Cancel");
		await("that it is canceled", () -> count(window, "canceled") == 1);
		source.setRoi(new Roi(source.getWidth() + 5, 0, 10, 10));
		pressed(dialog, "Preview");
		await("what is wrong with the selection", () -> count(window, ".*selection.*") == 1);
		source.deleteRoi();
		check(count(window, time) == 2, "nothing was added");
		EventQueue.invokeAndWait(window::dispose);
	}

	/** Labels with such a text. */
	private static int count(final Window window, final String pattern) {
		int count = 0;
		for (final Component c : all(window))
			if (c instanceof JLabel l && l.getText() != null && l.getText().matches(pattern)) count++;
		return count;
	}

	/** A button that leaves the dialog open. */
	private static void pressed(final Dialog dialog, final String label) throws Exception {
		final Button button = find(dialog, Button.class, b -> b.getLabel().trim().equals(label));
		check(button != null, "there is a button " + label);
		EventQueue.invokeAndWait(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
	}

	private void choose(final Dialog dialog, final String label, final String item) throws Exception {
		final Choice choice = beside(dialog, label, Choice.class);
		EventQueue.invokeAndWait(() -> {
			choice.select(item);
			for (final ItemListener listener : choice.getItemListeners())
				listener.itemStateChanged(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		});
	}

	/** The other two entries of the menu. */
	private void estimates() throws Exception {
		IJ.selectWindow("beads_16bit.tif");
		IJ.doCommand("Zero-Shot SR Noise");
		final ImagePlus plot = get("the plot", () -> WindowManager.getImage("Noise"));
		check(ResultsTable.getResultsTable().size() == 1, "a line in the Results table");
		check(ResultsTable.getResultsTable().getStringValue("Noise option", 0).startsWith("poisson:"), "the option");
		picture("noise");
		plot.close();
		IJ.selectWindow("beads_16bit.tif");
		IJ.doCommand("Zero-Shot SR Kernel");
		final ImagePlus kernel = get("the kernel", () -> WindowManager.getImage("beads_16bit-kernel.tif"));
		check(Math.abs(kernel.getStatistics().mean * kernel.getWidth() * kernel.getHeight() - 1) < 1e-4, "its sum is 1");
		kernel.close();
	}

	/** The user presses Esc while a macro runs the plugin. */
	private void escape() throws Exception {
		IJ.selectWindow("beads_16bit.tif");
		final ImagePlus source = IJ.getImage();
		final int before = WindowManager.getImageCount();
		final StringBuffer said = new StringBuffer();
		final Thread macro = new Thread(() -> said.append(IJ.runMacro(
			"run('Zero-Shot SR', 'steps=50000 depth=3 width=8');\nreturn 'WENT ON';")), "Macro$");
		macro.start();
		final Window training = window("Zero-Shot SR: beads_16bit.tif");
		await("training", () -> find(training, JLabel.class, l -> l.getText() != null && l.getText().startsWith(
			"training")) != null);
		final long start = System.nanoTime();
		// the first that ImageJ does when the key is pressed; later it would stop the macro's thread by force
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		macro.join(MILLIS);
		check(!macro.isAlive(), "the macro ends");
		System.out.printf("Esc took %d ms%n", (System.nanoTime() - start) / 1_000_000);
		check(!said.toString().contains("WENT ON"), "the macro goes no further");
		awaitEnd(training);
		check(WindowManager.getImageCount() == before, "no image is left by Esc");
		check(!source.isLocked(), "the image is free after Esc");
	}

	private void cancelButton() throws Exception {
		IJ.selectWindow("beads_16bit.tif");
		final ImagePlus source = IJ.getImage();
		final int before = WindowManager.getImageCount();
		IJ.doCommand("Zero-Shot SR"); // the dialog remembers the 50000 steps
		press(dialog("Zero-Shot SR", "Scale"), "OK");
		final Window training = window("Zero-Shot SR: beads_16bit.tif");
		final long start = System.nanoTime();
		click(training, "Cancel");
		awaitEnd(training);
		await("the image to be free", () -> !source.isLocked());
		System.out.printf("Cancel took %d ms%n", (System.nanoTime() - start) / 1_000_000);
		check(WindowManager.getImageCount() == before, "no image is left by Cancel");
	}

	/** A stack grows along z; the recorded call, replayed as it stands, makes the same pixels. */
	private void isotropic() throws Exception {
		final ImagePlus stack = IJ.createImage("deep", "16-bit ramp", 40, 32, 8);
		for (int z = 1; z <= stack.getStackSize(); z++)
			for (int i = 0; i < 40 * 32; i++)
				stack.getStack().getProcessor(z).set(i, (int) (1000 + 500 * Math.sin(0.5 * (i % 40) + 0.8 * z) * Math.cos(0.4 * (i / 40))));
		stack.getCalibration().setUnit("um");
		stack.getCalibration().pixelWidth = stack.getCalibration().pixelHeight = 0.1;
		stack.getCalibration().pixelDepth = 0.3;
		stack.show();
		Recorder.record = true;
		IJ.doCommand("Isotropic Stack");
		final Dialog dialog = dialog("Isotropic Stack", "Scale");
		check(field(dialog, "Scale").getText().equals("1"), "the planes stay as they are");
		check(field(dialog, "Zscale").getText().equals("auto"), "voxels become cubes");
		choose(dialog, "Quality", "fast");
		find(dialog, Checkbox.class, c -> c.getLabel().startsWith("Advanced")).setState(true);
		picture("isotropic");
		press(dialog, "OK");
		final Dialog advanced = dialog("Isotropic Stack: Advanced", "Steps");
		field(advanced, "Steps").setText("20");
		press(advanced, "OK");
		final ImagePlus result = get("the deep result", () -> WindowManager.getImage("deep-1"));
		check(result.getStackSize() == 24 && Math.abs(result.getCalibration().pixelDepth - 0.1) < 1e-9, "cubes");
		final String call = get("the recorded call", () -> Recorder.getInstance().getText().lines().filter(line -> line.contains(
			"run(\"Isotropic Stack\"") && line.contains("steps=20")).findFirst().orElse(null));
		Recorder.record = false;
		System.out.println(call);
		IJ.selectWindow("deep");
		IJ.runMacro(call);
		final ImagePlus again = get("the replayed call's result", () -> WindowManager.getImage("deep-2"));
		check(again.getStackSize() == result.getStackSize(), "as deep");
		for (int z = 1; z <= result.getStackSize(); z++)
			check(Arrays.equals((short[]) result.getStack().getPixels(z), (short[]) again.getStack().getPixels(z)), "the same slice " + z);
		IJ.selectWindow("deep-1");
		IJ.run("Orthogonal Views");
		picture("orthogonal");
	}

	private static void check(final boolean right, final String what) {
		if (!right) throw new AssertionError("not so: " + what + "; the active image is " + WindowManager
			.getCurrentImage());
	}

	private static <T> T get(final String what, final Supplier<T> answer) throws InterruptedException {
		for (final long end = System.currentTimeMillis() + MILLIS; System.currentTimeMillis() < end; Thread.sleep(50)) {
			final T value = answer.get();
			if (value != null) return value;
		}
		throw new AssertionError("waited in vain for " + what + "; windows: " + Arrays.stream(Window.getWindows()).filter(
			Window::isVisible).toList());
	}

	private static void await(final String what, final BooleanSupplier answer) throws InterruptedException {
		get(what, () -> answer.getAsBoolean() ? Boolean.TRUE : null);
	}

	private static void awaitEnd(final Window window) throws InterruptedException {
		await("the end of the window " + window.getName(), () -> !window.isVisible());
	}

	private static Window window(final String title) throws InterruptedException {
		return get("the window " + title, () -> Arrays.stream(Window.getWindows()).filter(w -> w.isVisible() &&
			w instanceof Frame f && title.equals(f.getTitle())).findFirst().orElse(null));
	}

	/** A dialog with this title and a field of this name; null for a dialog without fields. */
	private static Dialog dialog(final String title, final String field) throws InterruptedException {
		return get("the dialog " + title, () -> {
			for (final Window w : Window.getWindows())
				if (w.isVisible() && w instanceof Dialog d && title.equals(d.getTitle()) && (field == null ? find(d,
					TextField.class, f -> true) == null : field(d, field) != null)) return d;
			return null;
		});
	}

	private static TextField field(final Container in, final String label) {
		return beside(in, label, TextField.class);
	}

	/** The component of a class that follows the label. */
	private static <C extends Component> C beside(final Container in, final String label, final Class<C> type) {
		boolean seen = false;
		for (final Component c : all(in)) {
			if (c instanceof Label l && l.getText().startsWith(label)) seen = true;
			if (seen && type.isInstance(c)) return type.cast(c);
		}
		return null;
	}

	private static <C extends Component> C find(final Container in, final Class<C> type, final Predicate<C> which) {
		return all(in).stream().filter(type::isInstance).map(type::cast).filter(which).findFirst().orElse(null);
	}

	private static List<Component> all(final Container in) {
		final List<Component> list = new ArrayList<>();
		for (final Component c : in.getComponents()) {
			list.add(c);
			if (c instanceof Container container) list.addAll(all(container));
		}
		return list;
	}

	private static void press(final Dialog dialog, final String label) throws InterruptedException {
		final Button button = find(dialog, Button.class, b -> b.getLabel().trim().equals(label));
		check(button != null, "there is a button " + label);
		EventQueue.invokeLater(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
		awaitEnd(dialog);
	}

	private static void click(final Window window, final String label) throws Exception {
		final JButton button = get("the button " + label, () -> find(window, JButton.class, b -> b.getText().equals(
			label) && b.isEnabled()));
		EventQueue.invokeAndWait(button::doClick);
	}

	/** The brightest blue of the picture with this caption. */
	private static int brightest(final Window window, final String caption) {
		final JLabel view = find(window, JLabel.class, l -> caption.equals(l.getText()));
		final Image icon = ((ImageIcon) view.getIcon()).getImage();
		final BufferedImage copy = new BufferedImage(icon.getWidth(null), icon.getHeight(null),
			BufferedImage.TYPE_INT_RGB);
		copy.getGraphics().drawImage(icon, 0, 0, null);
		int max = 0;
		for (int y = 0; y < copy.getHeight(); y++)
			for (int x = 0; x < copy.getWidth(); x++)
				max = Math.max(max, copy.getRGB(x, y) & 0xff);
		return max;
	}

	/** What is on the screen, for people to look at. */
	private void picture(final String name) throws Exception {
		Thread.sleep(300); // for what is being drawn
		ImageIO.write(new Robot().createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png",
			new File(pictures, name + ".png"));
	}
}
