package net.imagej.axis;

public interface AxisType {

	String getLabel();
}
