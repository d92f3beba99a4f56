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
package org.zeroshotsr.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;

import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.zeroshotsr.progress.Status;

/** The window itself; on the event-dispatch thread alone. */
final class TrainingFrame extends JFrame {

	private static final long serialVersionUID = 1L;

	/** Side of a preview, in screen pixels. */
	private static final int SIDE = 256;
	private static final int CURVE_WIDTH = 400;
	private static final int CURVE_HEIGHT = 100;

	private final transient Curve loss;
	private final transient Curve gain;
	private final JLabel lossView = new JLabel();
	private final JLabel gainView = new JLabel();
	private final JLabel bicubicView = view("bicubic");
	private final JLabel currentView = view("network so far");
	private final JLabel where = new JLabel(" ");
	private final JButton finish = new JButton("Finish now");
	private final JButton cancel = new JButton("Cancel");
	private int plane;
	private boolean asked;

	TrainingFrame(final String title, final Curve loss, final Curve gain, final Runnable onFinish, final Runnable onCancel,
		final Runnable onClose)
	{
		super("Zero-Shot SR: " + title);
		this.loss = loss;
		this.gain = gain;
		finish.setToolTipText("Stop training and enlarge with the best weights so far");
		finish.addActionListener(event -> {
			asked = true;
			finish.setEnabled(false);
			onFinish.run();
		});
		cancel.setToolTipText("Stop without a result");
		cancel.addActionListener(event -> {
			asked = true;
			finish.setEnabled(false);
			cancel.setEnabled(false);
			where.setText("Canceling...");
			onCancel.run();
		});
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				onClose.run();
			}
		});
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		setContentPane(content());
		draw(1);
		setAutoRequestFocus(false); // whoever is typing goes on typing
		pack();
		setLocationByPlatform(true);
		setVisible(true);
	}

	private JPanel content() {
		final JPanel pictures = new JPanel(new GridLayout(1, 2, 8, 8));
		pictures.add(bicubicView);
		pictures.add(currentView);
		final JPanel curves = new JPanel(new GridLayout(2, 1, 8, 8));
		curves.add(lossView);
		curves.add(gainView);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
		buttons.add(finish);
		buttons.add(cancel);
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(where, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.LINE_END);
		final JPanel all = new JPanel(new BorderLayout(8, 8));
		all.setBorder(BorderFactory.createEmptyBorder(8, 8, 4, 8));
		all.add(curves, BorderLayout.CENTER);
		all.add(pictures, BorderLayout.LINE_END);
		all.add(bottom, BorderLayout.PAGE_END);
		return all;
	}

	private static JLabel view(final String caption) {
		return PreviewImages.view(caption, new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), SIDE);
	}

	void update(final Status status) {
		final boolean training = !Double.isNaN(status.loss());
		if (!cancel.isEnabled()) return;
		if (status.plane() != plane) asked = false;
		plane = status.plane();
		finish.setText(status.planes() > 1 ? "Finish this plane" : "Finish now");
		finish.setEnabled(training && !asked);
		where.setText((status.planes() > 1 ? "Plane " + status.plane() + " of " + status.planes() + ": " : "") + status
			.stage() + (status.steps() > 1 ? ", step " + status.step() + " of " + status.steps() : ""));
		if (training) draw(status.steps());
	}

	private void draw(final int steps) {
		lossView.setIcon(new ImageIcon(loss.draw(CURVE_WIDTH, CURVE_HEIGHT, steps, 0)));
		gainView.setIcon(new ImageIcon(gain.draw(CURVE_WIDTH, CURVE_HEIGHT, steps, 0)));
	}

	void preview(final PreviewImages images) {
		bicubicView.setIcon(PreviewImages.icon(images.bicubic(), SIDE));
		currentView.setIcon(PreviewImages.icon(images.current(), SIDE));
	}
}
