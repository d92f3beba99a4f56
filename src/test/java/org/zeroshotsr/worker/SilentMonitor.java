package org.zeroshotsr.worker;

import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.PlaneUpscaler;

/** Hears everything and says nothing. */
final class SilentMonitor implements PlaneUpscaler.Monitor {

	@Override
	public void stage(final int stage, final int stages, final Factor factor) {}

	@Override
	public boolean stepped(final int steps, final int of, final double loss, final double gain) {
		return true;
	}

	@Override
	public void passed(final int passes, final int of) {}

	@Override
	public void note(final String message) {}
}
