package org.zeroshotsr.files;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Until closed, keeps what this thread prints on standard output and standard error. ImageJ without its window prints
 * its error messages there, and goes on. Other threads print as before; one silence at a time, others wait.
 */
final class Silence implements AutoCloseable {

	private static final ReentrantLock ONE = new ReentrantLock();

	private final Thread silenced = Thread.currentThread();
	private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
	private final PrintStream out;
	private final PrintStream err;

	Silence() {
		ONE.lock();
		out = System.out;
		err = System.err;
		System.setOut(new PrintStream(new Ear(out), true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(new Ear(err), true, StandardCharsets.UTF_8));
	}

	/** What was printed so far, on one line. */
	String heard() {
		return heard.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", " / ");
	}

	@Override
	public void close() {
		System.setOut(out);
		System.setErr(err);
		ONE.unlock();
	}

	private final class Ear extends OutputStream {

		private final PrintStream open;

		Ear(final PrintStream open) {
			this.open = open;
		}

		@Override
		public void write(final int b) {
			if (Thread.currentThread() == silenced) heard.write(b);
			else open.write(b);
		}

		@Override
		public void write(final byte[] b, final int start, final int length) {
			if (Thread.currentThread() == silenced) heard.write(b, start, length);
			else open.write(b, start, length);
		}

		@Override
		public void flush() {
			open.flush();
		}
	}
}
