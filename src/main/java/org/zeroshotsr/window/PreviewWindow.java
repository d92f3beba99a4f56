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
import java.awt.Dialog;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/**
 * Shows previews below each other, bicubic enlargement and result of each side by side in the same grey scale, so that
 * settings can be compared. A dialog that is open meanwhile does not block it. Needs a display.
 */
public final class PreviewWindow {

	/** Side of a picture, in screen pixels. */
	private static final int SIDE = 256;
	private static final int MOST_HEIGHT = 700;

	private final JFrame frame;
	private final JPanel previews = new JPanel();
	private final JLabel where = new JLabel(" ");
	private final JButton cancel = new JButton("Cancel");
	/** The preview that began last; null before the first. */
	private Running running;

	/** Opens the window; on the event-dispatch thread. */
	public PreviewWindow(final String title) {
		frame = new JFrame("Zero-Shot SR preview: " + title);
		frame.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
		frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				if (running != null) running.cancel();
			}
		});
		cancel.setEnabled(false);
		cancel.addActionListener(event -> {
			running.cancel();
			where.setText("Canceling...");
		});
		previews.setLayout(new BoxLayout(previews, BoxLayout.PAGE_AXIS));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
		buttons.add(cancel);
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 0));
		bottom.add(where, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.LINE_END);
		frame.getContentPane().add(new JScrollPane(previews), BorderLayout.CENTER);
		frame.getContentPane().add(bottom, BorderLayout.PAGE_END);
		frame.setSize(2 * SIDE + 60, SIDE + 180);
		frame.setLocationByPlatform(true);
		frame.setAutoRequestFocus(false);
		frame.setVisible(true);
	}

	/** Whether the user has closed it. */
	public boolean isClosed() {
		return !frame.isDisplayable();
	}

	/** A preview begins, and one that goes on is canceled; on the event-dispatch thread. */
	public Running begin() {
		if (running != null) running.cancel();
		running = new Running();
		cancel.setEnabled(true);
		where.setText("starting");
		return running;
	}

	/** A preview that is being made, from any thread: what it is told is shown, so long as none has begun after it. */
	public final class Running implements Progress {

		private final AtomicBoolean canceled = new AtomicBoolean();

		private Running() {}

		private void cancel() {
			canceled.set(true);
		}

		@Override
		public void update(final Status status) {
			SwingUtilities.invokeLater(() -> {
				if (running == this && !isCanceled()) where.setText(status.stage() + (status.steps() > 1 ? ", step " + status
					.step() + " of " + status.steps() : ""));
			});
		}

		@Override
		public boolean isCanceled() {
			return canceled.get();
		}

		/** It is there. */
		public void show(final String heading, final Plane bicubic, final Plane result, final List<String> lines) {
			final PreviewImages images = PreviewImages.of(bicubic, result);
			SwingUtilities.invokeLater(() -> {
				add(heading, images, lines);
				end(" ");
			});
		}

		/** It ended without a result. */
		public void fail(final String message) {
			SwingUtilities.invokeLater(() -> end(message));
		}

		private void end(final String message) {
			if (running != this) return;
			cancel.setEnabled(false);
			where.setText(message);
		}
	}

	private void add(final String heading, final PreviewImages images, final List<String> lines) {
		final JPanel pictures = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
		pictures.add(PreviewImages.view("bicubic", images.bicubic(), SIDE));
		pictures.add(PreviewImages.view("Zero-Shot SR", images.current(), SIDE));
		final JPanel one = new JPanel(new BorderLayout());
		one.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		one.add(new JLabel(heading), BorderLayout.PAGE_START);
		one.add(pictures, BorderLayout.CENTER);
		final Box said = Box.createVerticalBox();
		lines.forEach(line -> said.add(new JLabel("<html><body style='width: 380px'>" + line.replace("&", "&amp;").replace("<",
			"&lt;") + "</body></html>")));
		one.add(said, BorderLayout.PAGE_END);
		previews.add(one);
		frame.setSize(frame.getWidth(), Math.min(MOST_HEIGHT, previews.getPreferredSize().height + 100));
		previews.revalidate();
		SwingUtilities.invokeLater(() -> previews.scrollRectToVisible(one.getBounds()));
	}
}
