package net.imagej.axis;

public interface TypedAxis extends Axis {

	AxisType type();
}
