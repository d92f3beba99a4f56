package org.zeroshotsr.train;

/** How the learning rate goes, and when training ends. Holds the state of one run. */
interface Schedule {

	/** The learning rate of step {@code step}, counted from 0; 0 or less ends the training. */
	double rate(int step);

	/** Whether the reconstruction error is to be measured before step {@code step}; at the end it is in any case. */
	boolean measures(int step);

	/** Hears a reconstruction error (in any unit), measured before step {@code step}. */
	default void measured(int step, double error) {}

	/** The most steps there can be. */
	int maxSteps();
}
