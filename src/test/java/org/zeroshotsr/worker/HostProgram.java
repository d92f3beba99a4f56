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

import java.util.Locale;

import org.zeroshotsr.options.Options;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;

/**
 * What Fiji is to the training process: run by the tests in a JVM of its own. Prints {@code hash=} of a result, and
 * {@code child=}, the process id of the training process.
 */
final class HostProgram {

	private HostProgram() {}

	/**
	 * "once": runs and ends. "forever": trains and does not end. "idle": runs and waits. Where TensorFlow 1 is on the class
	 * path, it is used before and after.
	 */
	public static void main(final String[] args) throws Exception {
		useTensorFlow1();
		final Options options = args[0].equals("forever") ? WorkerRuns.LONG : WorkerRuns.SMALL;
		final Progress child = WorkerRuns.at("training", () -> System.out.println("child=" + WorkerRuns.children().get(0)
			.pid()));
		ZeroShotSR.check(WorkerRuns.image(1), "XYZ", options);
		System.out.println("hash=" + WorkerRuns.hash(WorkerRuns.run(options, 1, child, WorkerEngine::new)));
		useTensorFlow1();
		if (args[0].equals("idle")) Thread.sleep(Long.MAX_VALUE);
	}

	/** Calls its native code. */
	private static void useTensorFlow1() throws ReflectiveOperationException {
		final Class<?> tensorFlow;
		try {
			tensorFlow = Class.forName("org.tensorflow.TensorFlow");
		}
		catch (final ClassNotFoundException e) {
			System.out.println("tensorflow=none");
			return;
		}
		System.out.println("tensorflow=" + tensorFlow.getMethod("version").invoke(null));
		final Object tensor = Class.forName("org.tensorflow.Tensors").getMethod("create", float.class).invoke(null, 3.5f);
		System.out.println(String.format(Locale.ROOT, "tensor=%s", tensor.getClass().getMethod("floatValue").invoke(
			tensor)));
	}
}
