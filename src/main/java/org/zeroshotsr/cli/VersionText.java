package org.zeroshotsr.cli;

import org.zeroshotsr.Version;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "zero-shot-sr " + Version.get() };
	}
}
