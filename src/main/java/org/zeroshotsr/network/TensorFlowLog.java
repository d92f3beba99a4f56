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
