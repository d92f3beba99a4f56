package org.zeroshotsr.image;

/** A rectangle of pixels: first row, first column, rows, columns. */
public record Window(int y, int x, int height, int width) {}
