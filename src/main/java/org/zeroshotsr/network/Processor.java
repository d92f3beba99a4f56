package org.zeroshotsr.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the processor can do. */
final class Processor {

	private static final Path CPUINFO = Path.of("/proc/cpuinfo");

	private Processor() {}

	/**
	 * Whether bfloat16 convolutions are faster than float32 ones here: the processor has AMX or AVX512-BF16. Known on
	 * Linux, where the kernel lists a processor's features; elsewhere float32 is the safe choice.
	 */
	static boolean hasFastBfloat16() {
		if (!Files.isReadable(CPUINFO)) return false;
		try {
			return hasFastBfloat16(Files.readAllLines(CPUINFO));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static boolean hasFastBfloat16(final List<String> cpuinfo) {
		return cpuinfo.stream().filter(line -> line.startsWith("flags")).findFirst().map(line -> Arrays.asList(line
			.split("\\s+"))).filter(flags -> flags.contains("amx_bf16") || flags.contains("avx512_bf16")).isPresent();
	}
}
