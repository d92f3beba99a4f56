package org.zeroshotsr.fiji;

import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.RealType;

/** Double of imagej-common's service: wraps images, as that does. */
@Plugin(type = Service.class)
public class PlainDatasetService extends AbstractService implements DatasetService {

	@Override
	@SuppressWarnings("unchecked")
	public <T extends Type<T>> Dataset create(final RandomAccessibleInterval<T> image) {
		return new PlainDataset(context(), (Img<RealType<?>>) (Img<?>) image);
	}
}
