package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.network.ContractInProcess;

/** The network does in the training process what it has to. */
class WorkerNetworkTest {

	@Test
	void passesTheContractInTheTrainingProcess() {
		final WorkerProcess process = new WorkerProcess(WorkerHome.find());
		try {
			final Map<String, Object> outputs = process.run("task.outputs.put('outcomes', " + ContractInProcess.class.getName() +
				".run())", Map.of(), null, () -> {});
			final int tests = ContractInProcess.tests().size();
			assertFalse(tests == 0);
			assertEquals(Collections.nCopies(tests, "passed"), (List<?>) outputs.get("outcomes"));
		}
		finally {
			process.kill();
		}
	}
}
