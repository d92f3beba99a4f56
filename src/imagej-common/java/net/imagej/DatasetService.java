package net.imagej;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;

public interface DatasetService extends ImageJService {

	<T extends Type<T>> Dataset create(RandomAccessibleInterval<T> rai);
}
