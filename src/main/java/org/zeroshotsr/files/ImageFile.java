package org.zeroshotsr.files;

import java.util.List;

import ij.ImagePlus;

/**
 * An image as it was read from a file.
 *
 * @param image values as the file has them
 * @param notes what the user should know about how it was read; mostly empty
 */
public record ImageFile(ImagePlus image, List<String> notes) {

	/** The notes are copied. */
	public ImageFile {
		notes = List.copyOf(notes);
	}
}
