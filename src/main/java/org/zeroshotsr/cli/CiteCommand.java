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
package org.zeroshotsr.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.zeroshotsr.Citation;
import org.zeroshotsr.Methods;
import org.zeroshotsr.RunRecord;
import org.zeroshotsr.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr cite [RESULT]}: what to cite, and what a methods section may say of a result. */
@Command(name = "cite", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr cite [RESULT]",
	description = "Says what to cite, as text and as BibTeX, and of a result the sentences for a methods section, ready to paste.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done", "2:bad usage or input" }, parameterListHeading = "%n",
	optionListHeading = "%nOptions:%n", footer = { "", "Example:", "  zero-shot-sr cite cells_x2.tif" })
final class CiteCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RESULT",
		description = "what this program has made: a TIFF, or the folder of an OME-Zarr")
	private Path result;

	@Option(names = { "-v", "--verbose" }, description = "the stack trace of a failure")
	private boolean verbose;

	@Override
	public Integer call() {
		final RunRecord record = result == null ? null : ResultRecord.read(result);
		final String version = record == null ? Version.get() : record.version();
		final PrintWriter out = spec.commandLine().getOut();
		if (record != null) out.println("Methods:\n" + Methods.sentence(record) + "\n");
		out.println("Method:\n" + Citation.method() + "\n");
		out.println("Program:\n" + Citation.program(version) + "\n");
		out.print(Citation.bibtex(version));
		out.flush();
		return Main.DONE;
	}
}
