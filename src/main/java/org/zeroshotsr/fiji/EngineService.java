package org.zeroshotsr.fiji;

import org.scijava.service.SciJavaService;

import org.zeroshotsr.Engine;

/** Where the engine comes from that trains: in Fiji from a child process, which lives as long as the context at most. */
public interface EngineService extends SciJavaService {

	Engine.Maker maker();
}
