package net.imagej;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;

public interface Dataset extends Data, ImgPlusMetadata, Img<RealType<?>> {

	@Override
	RealType<?> getType();

	boolean isRGBMerged();

	void setRGBMerged(boolean rgbMerged);
}
