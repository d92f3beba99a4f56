package org.zeroshotsr.files;

/**
 * A TIFF whose planes are too large to be held whole.
 *
 * @param middle all that is known of the image, and of its planes a part in their middle alone
 * @param stack  reads any part of them
 * @param width  columns of a plane, which may have more pixels than an array
 * @param height rows of a plane
 */
public record LargeTiff(ImageFile middle, TiffStack stack, int width, int height) {}
