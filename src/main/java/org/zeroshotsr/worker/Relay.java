package org.zeroshotsr.worker;

import java.util.Map;
import java.util.function.Consumer;

import org.apposed.appose.TaskEvent;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Makes a task's updates calls of a {@link Progress} again, and passes on what that asks for. */
final class Relay implements Consumer<TaskEvent> {

	private final Progress progress;
	private final Runnable finish;
	private final Runnable preview;
	private boolean finishing;
	private boolean previewAsked;

	/**
	 * @param finish  ends the training on this plane
	 * @param preview asks for a preview
	 */
	Relay(final Progress progress, final Runnable finish, final Runnable preview) {
		this.progress = progress;
		this.finish = finish;
		this.preview = preview;
	}

	@Override
	public void accept(final TaskEvent event) {
		final Map<String, Object> info = event.info;
		switch (Update.valueOf(event.message)) {
			case STATUS:
				final double[] numbers = Numbers.doubles(info.get("numbers"));
				progress.update(new Status((String) info.get("stage"), 1, 1, (int) event.current, (int) event.maximum, numbers[0],
					numbers[1], numbers[2], Double.NaN));
				if (!finishing && progress.isFinishing()) {
					finishing = true;
					finish.run();
				}
				if (!previewAsked && progress.wantsPreview()) {
					previewAsked = true;
					preview.run();
				}
				break;
			case PREVIEW:
				previewAsked = false;
				progress.preview(Wire.plane((Map<?, ?>) info.get("bicubic")), Wire.plane((Map<?, ?>) info.get("current")));
				break;
			case NOTE:
				progress.note((String) info.get("text"));
				break;
		}
	}
}
