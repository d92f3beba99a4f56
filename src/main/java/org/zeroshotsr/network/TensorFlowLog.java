package org.zeroshotsr.network;

import java.util.List;
import java.util.regex.Pattern;

/** What TensorFlow's native code writes to the error stream, which heeds no setting. */
public final class TensorFlowLog {

	/** Lines of TensorFlow 2.18 that tell of nothing that matters, or of what the program says itself. */
	private static final List<String> HARMLESS = List.of("MLIR V1 optimization pass is not enabled",
		"All log messages before absl::InitializeLog() is called are written to STDERR",
		"Unable to register cuDNN factory", "Unable to register cuFFT factory", "Unable to register cuBLAS factory",
		"Created device /job:localhost", "successful NUMA node read from SysFS", "could not open file to read NUMA node",
		"This TensorFlow binary is optimized to use available CPU instructions", "To enable the following instructions",
		"oneDNN custom operations are on", "failed call to cuInit", "kernel driver does not appear to be running",
		"retrieving CUDA diagnostic information", "Could not find cuda drivers");

	/** "2026-01-01 12:00:00.000000: F file.cc:1]", or absl's "F0000 00:00:1764.1 42 file.cc:1]". */
	private static final Pattern FATAL = Pattern.compile("(^F\\d{4} .*\\] ?|^[-\\d]+ [:.\\d]+: F \\S+\\] ?)");

	private TensorFlowLog() {}

	/** Without the lines that are of no use to anybody. */
	public static List<String> told(final List<String> lines) {
		return lines.stream().filter(line -> !line.isBlank() && HARMLESS.stream().noneMatch(line::contains)).toList();
	}

	/** The message with which TensorFlow ended itself, without its place in the source; null where there is none. */
	public static String fatal(final List<String> lines) {
		for (final String line : lines)
			if (FATAL.matcher(line).find()) return FATAL.matcher(line).replaceFirst("").strip();
		return lines.stream().filter(line -> line.contains("Check failed")).findFirst().orElse(null);
	}
}
