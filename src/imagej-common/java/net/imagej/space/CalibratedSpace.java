package net.imagej.space;

import net.imagej.axis.CalibratedAxis;

public interface CalibratedSpace<A extends CalibratedAxis> extends TypedSpace<A> {}
