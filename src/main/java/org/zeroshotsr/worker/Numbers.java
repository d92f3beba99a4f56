package org.zeroshotsr.worker;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Numbers as text that JSON keeps to the bit, NaN and infinity included. */
final class Numbers {

	private Numbers() {}

	static String text(final double... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
		bytes.asDoubleBuffer().put(values);
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	static String text(final float[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
		bytes.asFloatBuffer().put(values);
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	static double[] doubles(final Object text) {
		final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String) text));
		final double[] values = new double[bytes.remaining() / Double.BYTES];
		bytes.asDoubleBuffer().get(values);
		return values;
	}

	static float[] floats(final Object text) {
		final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String) text));
		final float[] values = new float[bytes.remaining() / Float.BYTES];
		bytes.asFloatBuffer().get(values);
		return values;
	}
}
