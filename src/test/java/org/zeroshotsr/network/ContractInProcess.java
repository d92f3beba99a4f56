package org.zeroshotsr.network;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Runs {@link NetworkContract} where there is no test runner: in the training process. */
public final class ContractInProcess {

	private ContractInProcess() {}

	/** The contract's tests. */
	public static List<Method> tests() {
		return Arrays.stream(NetworkContract.class.getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Test.class))
			.toList();
	}

	/** Runs them all on TensorFlow's network; what each came to, "passed" or why not. */
	public static List<String> run() {
		final List<String> outcomes = new ArrayList<>();
		for (final Method test : tests()) {
			test.setAccessible(true);
			try {
				test.invoke(new TensorFlowNetworkTest());
				outcomes.add("passed");
			}
			catch (final InvocationTargetException e) {
				outcomes.add(test.getName() + ": " + e.getCause());
			}
			catch (final IllegalAccessException e) {
				outcomes.add(test.getName() + ": " + e);
			}
		}
		return outcomes;
	}
}
