package net.imagej;

import org.scijava.service.Service;

public interface ImageJService extends Service {}
