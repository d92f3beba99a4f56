package org.zeroshotsr.imagej;

import ij.ImagePlus;

import org.zeroshotsr.image.BadInput;

/** Until closed, keeps ImageJ's other commands from changing an image, as theirs do; nothing else is kept from it. */
public final class ImageLock implements AutoCloseable {

	private final ImagePlus image;
	/** Whether this thread had locked it before, which may lock an image twice; whoever did so unlocks it. */
	private final boolean before;

	/** @throws IllegalArgumentException where another command has locked the image */
	public ImageLock(final ImagePlus image) {
		before = image.isLocked();
		if (!image.lockSilently()) throw new BadInput("'" + image.getTitle() +
			"' is in use by another command; wait for it to end");
		this.image = image;
	}

	@Override
	public void close() {
		if (!before) image.unlock();
	}
}
