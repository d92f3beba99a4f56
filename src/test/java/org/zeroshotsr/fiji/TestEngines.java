package org.zeroshotsr.fiji;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;

/** The engine in this process, for tests: the training process has tests of its own. */
@Plugin(type = Service.class, priority = Priority.HIGH)
public class TestEngines extends EngineService {

	static final Engine.Maker LOCAL = LocalEngine::new;

	/** What the next runs are to use. */
	static volatile Engine.Maker maker = LOCAL;

	@Override
	public Engine.Maker maker() {
		return maker;
	}
}
