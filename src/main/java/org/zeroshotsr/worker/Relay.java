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
