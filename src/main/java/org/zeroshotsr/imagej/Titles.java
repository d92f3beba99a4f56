package org.zeroshotsr.imagej;

import ij.WindowManager;

/** Names of new images. */
public final class Titles {

	private static final int LONGEST_EXTENSION = 5;

	private Titles() {}

	/** As Image &gt; Scale names its result: "cells-1.tif" for "cells.tif", or with the next number that is free. */
	public static String enlarged(final String title) {
		return unique(title, "-");
	}

	/** "cells-bicubic.tif", or where there is one already, "cells-bicubic-1.tif". */
	public static String bicubic(final String title) {
		final String plain = insert(title, "-bicubic");
		return WindowManager.getImage(plain) == null ? plain : unique(title, "-bicubic-");
	}

	/** "cells-kernel.tif", or with the next number that is free. */
	public static String kernel(final String title) {
		final String plain = insert(title, "-kernel");
		return WindowManager.getImage(plain) == null ? plain : unique(title, "-kernel-");
	}

	/** WindowManager.getUniqueName overlooks the images of batch mode. */
	private static String unique(final String title, final String infix) {
		int i = 1;
		while (WindowManager.getImage(insert(title, infix + i)) != null)
			i++;
		return insert(title, infix + i);
	}

	private static String insert(final String title, final String infix) {
		final int dot = title.lastIndexOf('.');
		final boolean extension = dot >= 0 && title.length() - dot <= LONGEST_EXTENSION && dot < title.length() - 1;
		return extension ? title.substring(0, dot) + infix + title.substring(dot) : title + infix;
	}
}
