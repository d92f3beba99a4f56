package org.zeroshotsr.network;

/** The device asked for is not there; the message says what is missing. */
public class DeviceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public DeviceException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
