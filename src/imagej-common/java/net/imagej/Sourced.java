package net.imagej;

public interface Sourced {}
