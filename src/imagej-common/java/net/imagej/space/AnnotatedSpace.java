package net.imagej.space;

import net.imagej.axis.Axis;
import net.imglib2.EuclideanSpace;

public interface AnnotatedSpace<A extends Axis> extends EuclideanSpace {

	A axis(int d);

	void setAxis(A axis, int d);
}
