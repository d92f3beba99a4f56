package org.zeroshotsr.progress;

import org.zeroshotsr.image.Plane;

/** Passes everything on to another; subclasses change what they have to. */
public class WrappedProgress implements Progress {

	private final Progress progress;

	protected WrappedProgress(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public void update(final Status status) {
		progress.update(status);
	}

	@Override
	public void note(final String message) {
		progress.note(message);
	}

	@Override
	public boolean isCanceled() {
		return progress.isCanceled();
	}

	@Override
	public boolean isFinishing() {
		return progress.isFinishing();
	}

	@Override
	public boolean wantsPreview() {
		return progress.wantsPreview();
	}

	@Override
	public void preview(final Plane bicubic, final Plane current) {
		progress.preview(bicubic, current);
	}
}
