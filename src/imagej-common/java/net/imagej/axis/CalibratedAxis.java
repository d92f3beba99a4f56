package net.imagej.axis;

public interface CalibratedAxis extends TypedAxis {

	String unit();

	double calibratedValue(double rawValue);

	CalibratedAxis copy();
}
