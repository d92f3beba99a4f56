package org.zeroshotsr.worker;

/** What an update of a task tells: a call of the plane's monitor in the training process. */
enum Update {
	STAGE, STEPPED, PREVIEW, PASSED, NOTE
}
