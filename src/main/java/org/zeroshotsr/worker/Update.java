package org.zeroshotsr.worker;

/** What an update of a task tells: a call of the plane's {@link org.zeroshotsr.progress.Progress} in the training process. */
enum Update {
	STATUS, PREVIEW, NOTE
}
