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
