package org.zeroshotsr.run;

/** How the planes of a channel share what is learnt. */
public enum Stack {

	/** Joint for several planes, but a plane that the common network does not serve has one of its own. */
	AUTO,
	/** A network for each plane. */
	INDEPENDENT,
	/** Each plane goes on from the network of the one before. */
	WARM,
	/** One network, trained on parts of many planes, for all of them. */
	JOINT
}
