package org.zeroshotsr.window;

import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.FlowLayout;
import java.awt.Image;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
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
	/** The run that is shown; true once it is to end. */
	private AtomicBoolean canceled = new AtomicBoolean();

	/** Opens the window; on the event-dispatch thread. */
	public PreviewWindow(final String title) {
		frame = new JFrame("Zero-Shot SR preview: " + title);
		frame.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
		frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				canceled.set(true);
			}
		});
		cancel.setEnabled(false);
		cancel.addActionListener(event -> {
			canceled.set(true);
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

	/** A preview begins, and one that goes on is canceled; on the event-dispatch thread. What it is told is shown. */
	public Progress begin() {
		canceled.set(true);
		final AtomicBoolean mine = new AtomicBoolean();
		canceled = mine;
		cancel.setEnabled(true);
		where.setText("starting");
		return new Progress() {

			@Override
			public void update(final Status status) {
				SwingUtilities.invokeLater(() -> {
					if (canceled == mine && !mine.get()) where.setText(status.stage() + (status.steps() > 1 ? ", step " + status
						.step() + " of " + status.steps() : ""));
				});
			}

			@Override
			public boolean isCanceled() {
				return mine.get();
			}
		};
	}

	/** The preview that began last is there; from any thread. */
	public void show(final String heading, final Plane bicubic, final Plane result, final List<String> lines) {
		final PreviewImages images = PreviewImages.of(bicubic, result);
		SwingUtilities.invokeLater(() -> {
			final JPanel pictures = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
			pictures.add(view("bicubic", images.bicubic()));
			pictures.add(view("Zero-Shot SR", images.current()));
			final JPanel one = new JPanel(new BorderLayout());
			one.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
			one.add(new JLabel(heading), BorderLayout.PAGE_START);
			one.add(pictures, BorderLayout.CENTER);
			final Box said = Box.createVerticalBox();
			lines.forEach(line -> said.add(new JLabel("<html><body style='width: 380px'>" + line.replace("&", "&amp;").replace("<",
				"&lt;") + "</body></html>")));
			one.add(said, BorderLayout.PAGE_END);
			previews.add(one);
			end(" ");
			frame.setSize(frame.getWidth(), Math.min(MOST_HEIGHT, previews.getPreferredSize().height + 100));
			previews.revalidate();
			SwingUtilities.invokeLater(() -> previews.scrollRectToVisible(one.getBounds()));
		});
	}

	/** The preview that began last ended without a result; from any thread. */
	public void fail(final String message) {
		SwingUtilities.invokeLater(() -> end(message));
	}

	private void end(final String message) {
		cancel.setEnabled(false);
		where.setText(message);
	}

	private static JLabel view(final String caption, final BufferedImage image) {
		final double zoom = (double) SIDE / Math.max(image.getWidth(), image.getHeight());
		final JLabel view = new JLabel(caption, new ImageIcon(image.getScaledInstance(Math.max(1, (int) (zoom * image
			.getWidth())), Math.max(1, (int) (zoom * image.getHeight())), Image.SCALE_REPLICATE)), SwingConstants.CENTER);
		view.setVerticalTextPosition(SwingConstants.BOTTOM);
		view.setHorizontalTextPosition(SwingConstants.CENTER);
		return view;
	}
}
