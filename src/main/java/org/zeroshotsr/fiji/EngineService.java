package org.zeroshotsr.fiji;

import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

import org.zeroshotsr.imagej.MemoryPreference;
import org.zeroshotsr.run.Engine;

/** What trains: a process of its own, for Fiji's must never load TensorFlow, of which other plugins bring other versions. */
@Plugin(type = Service.class)
public class EngineService extends AbstractService implements SciJavaService {

	public Engine.Maker maker() {
		return MemoryPreference.maker();
	}
}
