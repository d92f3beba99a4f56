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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.ConfigProto;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.network.NetworkSpec.Precision;

/** What TensorFlow is told; that it keeps to it takes a GPU to see. */
class DeviceChoiceTest {

	private static ConfigProto config(final int gpu) {
		return new DeviceChoice(gpu, Precision.FLOAT32).config();
	}

	@Test
	void theCpuSeesNoGpu() {
		assertEquals(0, config(-1).getDeviceCountOrThrow("GPU"));
		assertEquals("", config(-1).getGpuOptions().getVisibleDeviceList());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7 })
	void aGpuIsTheOnlyOneThatIsSeen(final int gpu) {
		assertEquals(String.valueOf(gpu), config(gpu).getGpuOptions().getVisibleDeviceList());
		assertEquals(0, config(gpu).getDeviceCountCount());
		assertTrue(config(gpu).getGpuOptions().getAllowGrowth());
	}

	@Test
	void threadsAreThoseOfTheRun() {
		for (final int threads : new int[] { 1, 2, 5 })
			try (Threads.Limit limit = Threads.limit(threads)) {
				assertEquals(threads, config(-1).getIntraOpParallelismThreads());
				assertEquals(Math.min(2, threads), config(-1).getInterOpParallelismThreads());
			}
	}

	/** Makes a network for the CPU, and says which GPUs CUDA would then see. */
	public static final class Program {

		public static void main(final String... args) {
			final NetworkSpec spec = new NetworkSpec(1, 2, 2, 2, 4, args[0], Precision.FLOAT32);
			try (TensorFlowNetwork network = new TensorFlowNetwork(spec)) {
				network.setWeights(spec.initialWeights(1));
			}
			final Pointer visible = NativeLibrary.getProcess().getFunction("getenv").invokePointer(new Object[] {
				"CUDA_VISIBLE_DEVICES" });
			System.out.println(visible == null ? "all" : visible.getString(0));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "cpu", "auto" })
	@DisabledOnOs(OS.WINDOWS)
	void aProcessThatBeginsOnTheCpuHidesAllGpusFromItself(final String device) throws Exception {
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx256m", "-cp", System.getProperty("java.class.path"), Program.class.getName(), device);
		builder.environment().put("CUDA_VISIBLE_DEVICES", "5");
		final Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertEquals(0, process.waitFor());
		assertEquals(device.equals("cpu") ? "-1" : "5", said);
	}
}
