package org.zeroshotsr.files;

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Decodes strips of CCITT's compressions with Java's own TIFF reader: of each a TIFF is made, in memory. */
final class TiffFax {

	private static final int T4_OPTIONS = 292;
	private static final int T6_OPTIONS = 293;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	/** Where the data are. */
	private static final int START = 256;

	private TiffFax() {}

	static boolean takes(final TiffLayout layout) {
		return layout.compression() >= TiffLayout.CCITT_RLE && layout.compression() <= TiffLayout.CCITT_T6;
	}

	/** A bit for each pixel, rows filled up to whole bytes. */
	static byte[] decode(final TiffInput in, final TiffDirectory page, final TiffLayout layout, final byte[] data,
		final int rows) throws IOException
	{
		final int[][] fields = { { 256, LONG, layout.chunkWidth() }, { 257, LONG, rows }, { 258, SHORT, 1 }, { 259, SHORT, layout
			.compression() }, { 262, SHORT, TiffLayout.BLACK_IS_ZERO }, { 273, LONG, START }, { 277, SHORT, 1 }, { 278, LONG,
				rows }, { 279, LONG, data.length }, { T4_OPTIONS, LONG, (int) page.integer(in, T4_OPTIONS, 0) }, { T6_OPTIONS, LONG,
					(int) page.integer(in, T6_OPTIONS, 0) } };
		final ByteBuffer tiff = ByteBuffer.allocate(START + data.length).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
		for (final int[] field : fields)
			tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(1).putInt(field[2]);
		tiff.put(START, data);
		try {
			return Readers.read(tiff.array(), reader -> ((DataBufferByte) reader
				.read(0).getRaster().getDataBuffer()).getData());
		}
		catch (final IOException e) {
			// Java's reader does not know all of CCITT, so that such a file may be sound
			throw in.unsupported("CCITT compression of this kind (" + e.getMessage() + ")");
		}
	}
}
