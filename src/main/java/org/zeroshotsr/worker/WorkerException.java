package org.zeroshotsr.worker;

/**
 * The training process could not start, ended before its work was done, or failed. The message is for the user: the
 * cause, what to do, and the last lines of the process's log where it has died. The input is as it was, and the next
 * run starts with a new process where that is needed.
 */
public class WorkerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public WorkerException(final String message) {
		super(message);
	}

	public WorkerException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
