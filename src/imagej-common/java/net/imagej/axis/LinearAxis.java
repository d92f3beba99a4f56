package net.imagej.axis;

public interface LinearAxis extends CalibratedAxis {

	void setScale(double scale);

	double scale();

	void setOrigin(double origin);

	double origin();

	@Override
	LinearAxis copy();
}
