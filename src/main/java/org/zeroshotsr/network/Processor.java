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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the processor can do. */
public final class Processor {

	private static final Path CPUINFO = Path.of("/proc/cpuinfo");

	/** Features by which TensorFlow's libraries choose the code they run, and with it how sums are rounded. */
	private static final List<String> FEATURES = List.of("avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "avx512_fp16",
		"amx_bf16", "amx_int8", "asimd", "sve", "sve2", "bf16");

	private Processor() {}

	/** Its kind, as far as the system tells, such as "AMD EPYC 9R14 (avx2 fma avx512f)". */
	public static String name() {
		if (Files.isReadable(CPUINFO)) return name(lines());
		final String windows = System.getenv("PROCESSOR_IDENTIFIER");
		return windows == null ? System.getProperty("os.arch") : windows;
	}

	static String name(final List<String> cpuinfo) {
		final List<String> features = Arrays.asList((value(cpuinfo, "flags") + " " + value(cpuinfo, "Features")).strip().split(
			"\\s+"));
		final String model = value(cpuinfo, "model name");
		final String name = model.isEmpty() ? (value(cpuinfo, "CPU implementer") + " " + value(cpuinfo, "CPU part")).strip() : model;
		final String known = FEATURES.stream().filter(features::contains).collect(Collectors.joining(" "));
		return (name.isEmpty() ? System.getProperty("os.arch") : name) + (known.isEmpty() ? "" : " (" + known + ")");
	}

	/** Of the first processor; empty where it is not told. */
	private static String value(final List<String> cpuinfo, final String key) {
		return cpuinfo.stream().filter(line -> line.matches(key + "\\s*:.*")).findFirst().map(line -> line.substring(line.indexOf(
			':') + 1).strip()).orElse("");
	}

	private static List<String> lines() {
		try {
			return Files.readAllLines(CPUINFO);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Whether bfloat16 convolutions are faster than float32 ones here: the processor has AMX or AVX512-BF16. Known on
	 * Linux, where the kernel lists a processor's features; elsewhere float32 is the safe choice.
	 */
	static boolean hasFastBfloat16() {
		return Files.isReadable(CPUINFO) && hasFastBfloat16(lines());
	}

	static boolean hasFastBfloat16(final List<String> cpuinfo) {
		return cpuinfo.stream().filter(line -> line.startsWith("flags")).findFirst().map(line -> Arrays.asList(line
			.split("\\s+"))).filter(flags -> flags.contains("amx_bf16") || flags.contains("avx512_bf16")).isPresent();
	}
}
