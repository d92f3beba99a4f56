package org.zeroshotsr.worker;

import java.util.Map;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.network.LoadFailure;

/** What can go wrong in a training process that survives to tell. */
enum Failure {

	/** Options and image do not fit. */
	ARGUMENT,
	/** The device asked for is not there. */
	DEVICE,
	/** A class or a native library cannot be loaded. */
	NATIVE,
	/** Everything else. */
	OTHER;

	/** Whether the process can be trusted with another plane. */
	boolean harmless() {
		return this == ARGUMENT || this == DEVICE;
	}

	/** The failure that a task's outputs tell of, or null. */
	static Failure of(final Map<String, Object> outputs) {
		final Object name = outputs.get("failure");
		return name == null ? null : valueOf((String) name);
	}

	/** The exception for the user: of the same type as in one process, where there is one. */
	RuntimeException exception(final Map<String, Object> outputs, final WorkerHome home) {
		final String message = (String) outputs.get("message");
		final Throwable remote = new RemoteException((String) outputs.get("trace"));
		switch (this) {
			case ARGUMENT:
				return new BadInput(message, remote);
			case DEVICE:
				return new DeviceException(message, remote);
			case NATIVE:
				return new WorkerException(message.contains(LoadFailure.REINSTALL) ? message + "\n" + home.reinstall() : message,
					remote);
			default:
				return new WorkerException("The training failed: " + message, remote);
		}
	}

	/** Where in the training process it happened: its message is that stack trace. */
	static final class RemoteException extends Exception {

		private static final long serialVersionUID = 1L;

		RemoteException(final String trace) {
			super("in the training process: " + trace, null, false, false);
		}
	}
}
