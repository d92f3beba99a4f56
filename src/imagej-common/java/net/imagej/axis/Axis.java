package net.imagej.axis;

public interface Axis {}
