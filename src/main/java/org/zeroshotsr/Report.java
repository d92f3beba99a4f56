package org.zeroshotsr;

import java.util.List;
import java.util.Map;

import org.zeroshotsr.run.PlaneReport;

/**
 * What a run did.
 *
 * @param version    of this program
 * @param tensorflow version of TensorFlow
 * @param options    every option by its command-line name, as asked for
 * @param device     the device that TensorFlow ran on; "none" where nothing had to be trained
 * @param precision  what the convolutions really computed in
 * @param axes       a letter for each dimension of the sizes
 * @param input      size of the input
 * @param output     size of the result
 * @param seconds    wall-clock time
 * @param estimates  options that were left to be estimated, with what was found: "noise=poisson:2.1,5,100", and with
 *                   several channels "channel 2 noise=..."
 * @param notes      what the user should know
 * @param planes     in the order they were done
 */
public record Report(String version, String tensorflow, Map<String, String> options, String device, String precision,
	String axes, long[] input, long[] output, double seconds, List<String> estimates, List<String> notes, List<PlaneReport> planes)
{

	public int steps() {
		return planes.stream().mapToInt(PlaneReport::steps).sum();
	}

	/** Mean gain in dB of the planes that were trained on; NaN for none. */
	public double gain() {
		return planes.stream().mapToDouble(PlaneReport::gain).filter(g -> !Double.isNaN(g)).average().orElse(Double.NaN);
	}

	/** How many planes were trained on in vain, and are bicubic enlargements. */
	public long unlearnt() {
		return planes.stream().filter(p -> !p.learnt() && !p.constant()).count();
	}

	/** Root mean square over all planes of the difference between input and shrunken result, in grey levels. */
	public double rms() {
		return Math.sqrt(planes.stream().mapToDouble(p -> p.rms() * p.rms()).average().orElse(0));
	}

	public long saturated() {
		return planes.stream().mapToLong(PlaneReport::saturated).sum();
	}

	/** One line for the image's Info: how this result came to be. */
	public String runRecord() {
		final StringBuilder choices = new StringBuilder();
		options.forEach((name, value) -> choices.append(' ').append(name).append('=').append(value));
		return "RUN Zero-Shot SR " + version + ":" + choices + (estimates.isEmpty() ? "" : "; estimated " + String.join(", ",
			estimates)) + "; device=" + device + " precision=" + precision + " steps=" +
			steps();
	}
}
