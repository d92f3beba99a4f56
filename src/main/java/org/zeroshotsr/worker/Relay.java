package org.zeroshotsr.worker;

import java.util.Map;
import java.util.function.Consumer;

import org.apposed.appose.TaskEvent;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.stack.PlaneUpscaler;

/** Makes a task's updates calls of the monitor again, and passes on what the monitor asks for. */
final class Relay implements Consumer<TaskEvent> {

	private final PlaneUpscaler.Monitor monitor;
	private final Runnable finish;
	private final Runnable preview;
	private boolean finishing;
	private boolean previewAsked;

	/**
	 * @param finish  ends the training on this plane
	 * @param preview asks for a preview
	 */
	Relay(final PlaneUpscaler.Monitor monitor, final Runnable finish, final Runnable preview) {
		this.monitor = monitor;
		this.finish = finish;
		this.preview = preview;
	}

	@Override
	public void accept(final TaskEvent event) {
		final Map<String, Object> info = event.info;
		final int current = (int) event.current;
		final int maximum = (int) event.maximum;
		switch (Update.valueOf(event.message)) {
			case STAGE:
				final double[] factor = Numbers.doubles(info.get("factor"));
				monitor.stage(current, maximum, new Factor(factor[0], factor[1]));
				break;
			case STEPPED:
				final double[] curves = Numbers.doubles(info.get("curves"));
				final boolean goOn = monitor.stepped(current, maximum, curves[0], curves[1]);
				if (!goOn && !finishing) {
					finishing = true;
					finish.run();
				}
				if (!previewAsked && monitor.wantsPreview()) {
					previewAsked = true;
					preview.run();
				}
				break;
			case PREVIEW:
				previewAsked = false;
				monitor.preview(Wire.plane((Map<?, ?>) info.get("bicubic")), Wire.plane((Map<?, ?>) info.get("current")));
				break;
			case PASSED:
				monitor.passed(current, maximum);
				break;
			case NOTE:
				monitor.note((String) info.get("text"));
				break;
		}
	}
}
