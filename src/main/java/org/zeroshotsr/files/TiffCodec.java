package org.zeroshotsr.files;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the chunks that hold an image format of their own (CCITT, JPEG) or subsampled colours, with Java's own TIFF
 * reader: of each a TIFF of one strip is made, in memory.
 */
final class TiffCodec {

	private static final String READER = "com.sun.imageio.plugins.tiff.TIFFImageReader";
	/** Tags that such a chunk's own TIFF needs where the page has them. */
	private static final int BLACK_AND_WHITE = 532;
	private static final int[] KEPT = { 292, 293, 347, 529, 530, 531, BLACK_AND_WHITE };

	private final TiffInput in;
	private final TiffDirectory page;
	private final TiffLayout layout;

	TiffCodec(final TiffInput in, final TiffDirectory page, final TiffLayout layout) {
		this.in = in;
		this.page = page;
		this.layout = layout;
	}

	/** Whether chunks of this layout are decoded here. */
	static boolean takes(final TiffLayout layout) {
		return layout.compression() == TiffLayout.JPEG || layout.photometric() == TiffLayout.YCBCR || isFax(layout);
	}

	private static boolean isFax(final TiffLayout layout) {
		return layout.compression() >= TiffLayout.CCITT_RLE && layout.compression() <= TiffLayout.CCITT_T6;
	}

	/**
	 * The samples of a chunk: a bit for each pixel, rows filled up to whole bytes, where it is CCITT's, or else 8 bits a
	 * sample, and of YCbCr red, green and blue.
	 */
	byte[] decode(final byte[] data, final int rows) throws IOException {
		if (layout.compression() == TiffLayout.JPEG) check(data, rows);
		final AtomicReference<String> warning = new AtomicReference<>();
		final ImageReader reader = reader();
		final BufferedImage image;
		try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(strip(data,
			rows))))
		{
			reader.addIIOReadWarningListener((IIOReadWarningListener) (source, text) -> warning.compareAndSet(null, text));
			reader.setInput(stream, true, true);
			image = reader.read(0);
		}
		catch (final RuntimeException | IOException e) {
			throw undecodable(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
		}
		finally {
			reader.dispose();
		}
		if (warning.get() != null) throw undecodable(warning.get());
		return bytes(image);
	}

	/** Java's reader does not know all of CCITT, so that such a file may be sound. */
	private IOException undecodable(final String why) {
		return isFax(layout) ? in.unsupported("CCITT compression of this kind (" + why + ")") : in.damaged(
			"one of its strips or tiles cannot be decoded (" + why + ")");
	}

	/** Bytes of a chunk of YCbCr colours that are not compressed, or no longer. */
	int subsampledBytes(final int rows) throws IOException {
		final long[] factors = page.integers(in, 530);
		final long across = factors.length < 2 ? 2 : factors[0];
		final long down = factors.length < 2 ? 2 : factors[1];
		if (across < 1 || across > 4 || down < 1 || down > 4) throw in.damaged("its colours are subsampled by " + across + " x " +
			down);
		final long blocks = ((layout.chunkWidth() + across - 1) / across) * ((rows + down - 1) / down);
		return Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, blocks * (across * down + 2)));
	}

	private static ImageReader reader() throws IOException {
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
		while (readers.hasNext()) {
			final ImageReader reader = readers.next();
			if (READER.equals(reader.getClass().getName())) return reader; // others may convert
		}
		throw new IOException("this Java (" + System.getProperty("java.vendor") + ") has no TIFF reader; use another one");
	}

	private byte[] bytes(final BufferedImage image) {
		if (isFax(layout)) return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		final int samples = layout.photometric() == TiffLayout.YCBCR ? 3 : layout.chunkSamples();
		final byte[] bytes = new byte[image.getWidth() * image.getHeight() * samples];
		final int[] values = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}

	/** That a JPEG stream is what the tags say: Java's reader would fill up with what it has not. */
	private void check(final byte[] data, final int rows) throws IOException {
		for (int i = 2; i + 9 < data.length;) {
			if ((data[i] & 0xff) != 0xff) break;
			final int marker = data[i + 1] & 0xff;
			if (marker == 0xff) {
				i++;
				continue;
			}
			final int length = (data[i + 2] & 0xff) << 8 | data[i + 3] & 0xff;
			final boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
			if (frame) {
				if (marker > 0xc2) throw in.unsupported("lossless or arithmetic JPEG compression");
				if (data[i + 4] != 8) throw in.unsupported("JPEG compression of " + data[i + 4] + "-bit values");
				final int high = (data[i + 5] & 0xff) << 8 | data[i + 6] & 0xff;
				final int wide = (data[i + 7] & 0xff) << 8 | data[i + 8] & 0xff;
				if (data[i + 9] != layout.chunkSamples() || wide != layout.chunkWidth() || high != rows && high != layout
					.chunkHeight()) throw in.damaged("one of its JPEG strips or tiles is " + wide + " x " + high + " x " +
						data[i + 9]);
				return;
			}
			i += 2 + length;
		}
		throw in.damaged("one of its JPEG strips or tiles has no frame");
	}

	/** A TIFF of one strip; {@code data} are compressed where that is what this class is for. */
	private byte[] strip(final byte[] data, final int rows) throws IOException {
		final boolean fax = isFax(layout);
		final int samples = layout.chunkSamples();
		final int photometric = fax || layout.planar() ? TiffLayout.BLACK_IS_ZERO : layout.photometric();
		final List<TiffDirectory.Field> fields = new ArrayList<>();
		fields.add(number(256, layout.chunkWidth()));
		fields.add(number(257, rows));
		final int[] bits = new int[samples];
		Arrays.fill(bits, fax ? 1 : 8);
		fields.add(shorts(258, bits));
		fields.add(shorts(259, fax || layout.compression() == TiffLayout.JPEG ? layout.compression() : TiffLayout.NONE));
		fields.add(shorts(262, photometric));
		fields.add(shorts(277, samples));
		fields.add(number(278, rows));
		fields.add(number(279, data.length));
		fields.add(shorts(284, 1));
		int size = 8 + 2 + 12 * (fields.size() + 1 + KEPT.length) + 4 + 4 * samples;
		for (final int tag : KEPT) {
			final TiffDirectory.Field field = page.field(in, tag);
			if (field == null) continue;
			fields.add(field);
			size += field.bytes().length;
		}
		if (photometric == TiffLayout.YCBCR && !page.has(in, BLACK_AND_WHITE)) {
			final TiffDirectory.Field full = fullRange();
			fields.add(full);
			size += full.bytes().length;
		}
		fields.add(number(273, size));
		fields.sort(Comparator.comparingInt(TiffDirectory.Field::tag));
		final ByteBuffer tiff = ByteBuffer.allocate(size + data.length).order(in.order());
		tiff.putShort((short) (in.order() == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
		tiff.putShort((short) fields.size());
		int free = 8 + 2 + 12 * fields.size() + 4;
		for (final TiffDirectory.Field field : fields) {
			tiff.putShort((short) field.tag()).putShort((short) field.type()).putInt((int) field.count());
			final byte[] bytes = field.bytes();
			if (bytes.length <= 4) tiff.put(Arrays.copyOf(bytes, 4));
			else {
				tiff.putInt(free);
				tiff.put(free, bytes);
				free += bytes.length;
			}
		}
		return tiff.put(size, data).array();
	}

	/** What TIFF 6.0 has where nothing is said. */
	private TiffDirectory.Field fullRange() {
		final int[] values = { 0, 255, 128, 255, 128, 255 };
		final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(in.order());
		for (final int value : values)
			bytes.putInt(value).putInt(1);
		return new TiffDirectory.Field(BLACK_AND_WHITE, 5, values.length, bytes.array());
	}

	private TiffDirectory.Field number(final int tag, final int value) {
		return new TiffDirectory.Field(tag, 4, 1, ByteBuffer.allocate(4).order(in.order()).putInt(value).array());
	}

	/** Java's reader wants these short. */
	private TiffDirectory.Field shorts(final int tag, final int... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(in.order());
		for (final int value : values)
			bytes.putShort((short) value);
		return new TiffDirectory.Field(tag, 3, values.length, bytes.array());
	}
}
