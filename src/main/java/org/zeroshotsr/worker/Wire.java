package org.zeroshotsr.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.zeroshotsr.Options;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.stack.PlaneUpscaler;
import org.zeroshotsr.train.Training;

/** What passes between the processes besides pixels, as maps that Appose's JSON can hold. */
final class Wire {

	private Wire() {}

	static Map<String, Object> options(final Options options) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("values", options.toMap());
		if (options.kernelFile() != null) {
			final List<String> rows = new ArrayList<>();
			for (final double[] row : options.kernel().samples())
				rows.add(Numbers.text(row));
			map.put("kernel", rows);
		}
		return map;
	}

	@SuppressWarnings("unchecked")
	static Options options(final Map<String, Object> map) {
		final Options options = Options.defaults().with((Map<String, String>) map.get("values"));
		final List<String> rows = (List<String>) map.get("kernel");
		if (rows == null) return options;
		return options.withKernel(Kernel.measured(rows.stream().map(Numbers::doubles).toArray(double[][]::new)));
	}

	static Map<String, Object> plane(final Plane plane) {
		return Map.of("channels", plane.channels, "height", plane.height, "width", plane.width, "samples", Numbers.text(
			plane.data));
	}

	static Plane plane(final Map<?, ?> map) {
		return new Plane(whole(map.get("channels")), whole(map.get("height")), whole(map.get("width")), Numbers.floats(map
			.get("samples")));
	}

	static Map<String, Object> outcome(final PlaneUpscaler.Outcome outcome) {
		final List<Map<String, Object>> trainings = new ArrayList<>();
		for (final Training t : outcome.trainings())
			trainings.add(Map.of("steps", t.steps(), "gain", Numbers.text(t.gain()), "loss", Numbers.text(t.loss()),
				"measured", Arrays.stream(t.measuredSteps()).boxed().toList(), "gains", Numbers.text(t.gains())));
		return Map.of("trainings", trainings, "rms", Numbers.text(outcome.rms()));
	}

	@SuppressWarnings("unchecked")
	static PlaneUpscaler.Outcome outcome(final Map<?, ?> map) {
		final List<Training> trainings = new ArrayList<>();
		for (final Map<String, Object> t : (List<Map<String, Object>>) map.get("trainings"))
			trainings.add(new Training(whole(t.get("steps")), Numbers.doubles(t.get("gain"))[0], Numbers.floats(t.get(
				"loss")), ((List<Number>) t.get("measured")).stream().mapToInt(Number::intValue).toArray(), Numbers.doubles(t
					.get("gains"))));
		return new PlaneUpscaler.Outcome(trainings, Numbers.doubles(map.get("rms"))[0]);
	}

	static int whole(final Object number) {
		return ((Number) number).intValue();
	}
}
