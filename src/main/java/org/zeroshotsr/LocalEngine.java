package org.zeroshotsr;

import java.util.Locale;

import org.zeroshotsr.enlarge.EnlargeSettings;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.InitialWeights;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.network.TensorFlowRuntime;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.stack.PlaneSettings;
import org.zeroshotsr.stack.PlaneUpscaler;
import org.zeroshotsr.train.Augmentation;
import org.zeroshotsr.train.TrainingSettings;

/** The engine in this process: TensorFlow is loaded when it is made. */
public final class LocalEngine implements Engine {

	private final Options options;
	private final Network network;
	private final PlaneUpscaler upscaler;

	/**
	 * See {@link Engine.Maker#make}; sizes do not matter here.
	 *
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public LocalEngine(final Options options, final int channels, final int height, final int width) {
		this.options = options;
		final NetworkSpec spec = options.network(channels);
		final float[][] initial = InitialWeights.draw(spec, options.seed());
		network = new TensorFlowNetwork(spec, initial);
		upscaler = new PlaneUpscaler(network, initial, settings(options));
	}

	private static PlaneSettings settings(final Options options) {
		final TrainingSettings training = new TrainingSettings(options.scale(), options.kernel(), null, Augmentation.DEFAULT
			.with(options.kernel()), options.crop(), options.adaptive(), options.steps(), options.adaptive()
				? TrainingSettings.ADAPTIVE_RATE : TrainingSettings.FIXED_RATE, options.seed());
		final EnlargeSettings enlarge = new EnlargeSettings(options.scale(), options.kernel(), options.ensemble(), options
			.backProjection(), EnlargeSettings.DEFAULT_TILE);
		return new PlaneSettings(options.stages(), training, enlarge);
	}

	@Override
	public PlaneUpscaler.Outcome upscale(final Plane plane, final boolean warm, final Output output,
		final PlaneUpscaler.Monitor monitor)
	{
		final IntensityRange range = IntensityRange.of(plane);
		range.normalise(plane);
		final NoiseModel noise = options.noise() == null ? null : options.noise().in(range).in(range);
		final PlaneUpscaler.Outcome outcome = upscaler.upscale(plane, noise, warm, (y, x, part) -> {
			range.restore(part);
			output.put(y, x, part);
		}, new InGreyLevels(monitor, range));
		return new PlaneUpscaler.Outcome(outcome.trainings(), outcome.rms() * range.size());
	}

	@Override
	public String device() {
		return network.device();
	}

	@Override
	public String precision() {
		return network.spec().precision().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String tensorflow() {
		return TensorFlowRuntime.version();
	}

	@Override
	public void close() {
		network.close();
	}

	/** Passes everything on, previews in grey levels. */
	private record InGreyLevels(PlaneUpscaler.Monitor monitor, IntensityRange range) implements PlaneUpscaler.Monitor {

		@Override
		public void stage(final int stage, final int stages, final Factor factor) {
			monitor.stage(stage, stages, factor);
		}

		@Override
		public boolean stepped(final int steps, final int of, final double loss, final double gain) {
			return monitor.stepped(steps, of, loss, gain);
		}

		@Override
		public boolean wantsPreview() {
			return monitor.wantsPreview();
		}

		@Override
		public void preview(final Plane bicubic, final Plane current) {
			range.restore(bicubic);
			range.restore(current);
			monitor.preview(bicubic, current);
		}

		@Override
		public void passed(final int passes, final int of) {
			monitor.passed(passes, of);
		}

		@Override
		public void note(final String message) {
			monitor.note(message);
		}
	}
}
