package org.zeroshotsr.imagej;
import java.util.List;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import org.zeroshotsr.progress.Progress;
public final class KernelImages {
	public static <T extends RealType<T> & NativeType<T>, I> List<I> estimate(final Source<T, I> source, final Progress progress) { throw new UnsupportedOperationException(); }
}
