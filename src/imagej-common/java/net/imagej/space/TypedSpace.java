package net.imagej.space;

import net.imagej.axis.TypedAxis;

public interface TypedSpace<A extends TypedAxis> extends AnnotatedSpace<A> {}
