package org.zeroshotsr.run;

import java.util.Locale;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.network.TensorFlowRuntime;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;

/** The engine in this process: TensorFlow is loaded when it is first used. */
public final class LocalEngine implements Engine {

	private final Recipe recipe;
	private final PlaneUpscaler upscaler;

	/** See {@link Engine.Maker#make}. */
	public LocalEngine(final Recipe recipe, final int channels, final int height, final int width) {
		this.recipe = recipe;
		upscaler = new PlaneUpscaler(recipe, new Plan(recipe, height, width), TensorFlowNetwork::new);
	}

	/** @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there */
	@Override
	public Outcome upscale(final Plane plane, final boolean warm, final Output output, final Progress progress) {
		final IntensityRange range = IntensityRange.of(plane);
		final Known known = Known.of(plane);
		Holes.fill(plane);
		range.normalise(plane);
		final NoiseModel noise = recipe.noise() == null ? null : recipe.noise().in(range);
		final NoiseModel measured = recipe.measured() == null ? null : recipe.measured().in(range);
		final Outcome outcome = upscaler.upscale(plane, known, noise, measured, recipe.pixels(range), warm, (y, x, part) -> {
			range.restore(part);
			output.put(y, x, part);
		}, new InGreyLevels(progress, range));
		return new Outcome(outcome.trainings(), outcome.rms() * range.size(), outcome.verdict().times(range.size()));
	}

	@Override
	public String device() {
		return upscaler.network().device();
	}

	@Override
	public String precision() {
		return upscaler.network().spec().precision().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String tensorflow() {
		return TensorFlowRuntime.version();
	}

	@Override
	public void close() {
		upscaler.close();
	}

	/** Passes everything on, previews in grey levels. */
	private static final class InGreyLevels extends WrappedProgress {

		private final IntensityRange range;

		InGreyLevels(final Progress progress, final IntensityRange range) {
			super(progress);
			this.range = range;
		}

		@Override
		public void preview(final Plane bicubic, final Plane current) {
			range.restore(bicubic);
			range.restore(current);
			super.preview(bicubic, current);
		}
	}
}
