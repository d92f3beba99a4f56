package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What a user reads when a training process has died: words, and where it happened only for those who ask for the cause. */
class DeathWordsTest {

	private static final List<String> LOG = List.of("Thread relay: java.lang.IllegalStateException: broken",
		"\tat org.zeroshotsr.worker.Relay.accept(Relay.java:30)", "\tat java.base/java.lang.Thread.run(Thread.java:840)",
		"Caused by: java.io.IOException: the pipe is gone", "\t... 12 more", "   a message at the end of all");

	@Test
	void aStackTraceIsNotShown() {
		final WorkerHome home = new WorkerHome("java", "classes", List.of());
		for (final WorkerException death : List.of(Death.exception(1, LOG, home), Death.ofTask(
			"java.lang.NullPointerException: nothing\n\tat org.zeroshotsr.worker.ChildTasks.make(ChildTasks.java:3)\n", LOG)))
		{
			final String said = death.getMessage();
			assertFalse(said.contains("Relay.java") || said.contains("ChildTasks.java") || said.contains("12 more"), said);
			assertTrue(said.contains("IllegalStateException: broken") && said.contains("the pipe is gone") && said.contains(
				"at the end of all"), said);
			assertTrue(death.getCause().getMessage().contains("Relay.java:30"), death.getCause().getMessage());
		}
	}
}
