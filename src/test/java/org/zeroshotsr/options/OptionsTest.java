package org.zeroshotsr.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;

class OptionsTest {

	@Test
	void defaultsAreTheDocumentedOnes() {
		final Options o = Options.defaults();
		assertEquals(new Factor(2, 2), o.scale());
		assertEquals(List.of(new Factor(2, 2)), o.stages());
		assertEquals(600, o.steps());
		assertEquals(2, o.backProjection());
		assertEquals(8, o.ensemble());
		assertEquals(new NetworkSpec(3, 8, 64, NetworkSpec.Start.HE, "auto", NetworkSpec.Precision.AUTO), o.network(3));
		assertNull(o.noise());
		assertEquals(3000, o.with(Option.SCHEDULE, "adaptive").steps());
		assertEquals(2, o.with(Option.NOISE, "gaussian:2").backProjection());
	}

	@Test
	void presetAndQualitySetWhatIsNotGiven() {
		final Options noisy = Options.defaults().with(Option.PRESET, "noisy");
		assertTrue(noisy.estimatesNoise());
		assertEquals("bicubic", noisy.get(Option.KERNEL));
		// whatever the order
		assertNull(noisy.with(Option.NOISE, "none").noise());
		assertNull(Options.defaults().with(Option.NOISE, "none").with(Option.PRESET, "noisy").noise());
		assertEquals(Options.defaults(), noisy.with(Option.PRESET, "ideal"));
		final Options fast = noisy.with(Option.QUALITY, "fast");
		assertTrue(fast.steps() < 600 && fast.estimatesNoise());
		assertEquals(700, fast.with(Option.STEPS, "700").steps());
		for (final Option option : Option.values())
			assertEquals(Options.governed().contains(option) || option == Option.PRESET || option == Option.QUALITY,
				Arrays.stream(Options.Preset.values()).anyMatch(preset -> Arrays.stream(Options.Quality.values()).anyMatch(
					quality -> !Options.defaults().with(Map.of("preset", preset.name(), "quality", quality.name())).get(option)
						.equals(option.defaultValue()))), option.text());
	}

	@Test
	void theBestQualityIsGradualUnlessTheKernelHoldsForOnePixelSize() {
		final Options best = Options.defaults().with(Option.QUALITY, "best");
		assertEquals(6, best.stages().size());
		final Options measured = best.with(Option.KERNEL, "file:psf.csv");
		assertEquals(1, measured.stages().size());
		assertTrue(measured.steps() > 600);
		// as a dialog gives it, with everything that the quality sets
		assertEquals(measured, Options.defaults().with(best.toMap()).with(Option.KERNEL, "file:psf.csv"));
		assertEquals(6, Options.defaults().with(Option.KERNEL, "file:psf.csv").with(Option.GRADUAL, "on").stages().size(),
			"asked for, and refused later");
	}

	@Test
	void aKernelThatWasReadGoesWithItsText() {
		final Options options = Options.defaults().with(Option.KERNEL, "file:psf.csv");
		assertThrows(NullPointerException.class, options::kernel);
		final Options read = options.withKernel(Kernel.linear());
		assertSame(read.kernel(), read.with(Option.STEPS, "5").kernel());
		assertThrows(NullPointerException.class, read.with(Option.KERNEL, "file:other.csv")::kernel);
		assertTrue(Options.defaults().with(Option.KERNEL, "estimate").estimatesKernel());
		assertFalse(read.estimatesKernel());
	}

	@Test
	void macroKeysDoNotContainEachOther() {
		// SciJava finds a key anywhere in the macro's options
		for (final Option a : Option.values())
			for (final Option b : Option.values())
				assertFalse(a != b && a.key().contains(b.key()), a.key() + " contains " + b.key());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "scale|1", "scale|0.5x2", "scale|17", "scale|2x2x2", "scale|two", "scale|NaN",
		"gradual|1", "gradual|2,x", "kernel|sharp", "kernel|gaussian:0", "kernel|gaussian:", "kernel|file:",
		"kernel|gaussian:1,2", "kernel|gaussian:1,0,3", "kernel|gaussian:1,2,x", "kernel|optics:", 
		"kernel|optics:NA=1.6,EM=520", "kernel|optics:NA=0,EM=520", "kernel|optics:NA=1,EM=x",
		"kernel|optics:NA=1,EM=520,NA=1", "kernel|optics:NA=1,EM=520,ZOOM=2", "kernel|optics:NA=1,EM=520,EX=488",
		"kernel|optics:NA=1,EM=520,PIXEL=0", "kernel|optics:NA=1,EM=520,PIXEL=1x2x3", "noise|gaussian:-1",
		"noise|gaussian:-1%", "noise|poisson:1", "noise|poisson:-1,2", "noise|poisson:1,Infinity", "back-projection|-1",
		"back-projection|51", "ensemble|2", "schedule|fast", "steps|0", "steps|1e3", "depth|1", "depth|2.5", "width|3",
		"crop|8", "seed|x", "device|gpu:x", "device|tpu", "precision|float16", "stack|hot", "start|zero" })
	void badValuesNameTheOptionTheValueAndWhatIsPossible(final String name, final String value) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Map
			.of(name, value)));
		assertTrue(e.getMessage().startsWith(name + ": '" + value + "'"), e.getMessage());
		assertTrue(e.getMessage().contains(Option.of(name).range()), e.getMessage());
	}

	@Test
	void valuesAreReadWhateverTheirCase() {
		final Options o = Options.defaults().with(Map.of("scale", " 1.5X2 ", "stack", "Warm", "kernel", "file:/Tmp/Psf.csv"));
		assertEquals(new Factor(1.5, 2), o.scale());
		assertEquals(Options.StackMode.WARM, o.stack());
		assertEquals(Path.of("/Tmp/Psf.csv"), o.kernelFile());
		assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Map.of("sclae", "2")));
	}

	@Test
	void kernelsOfOptics() {
		final Options asked = Options.defaults().with(Option.KERNEL, "optics:em=520,NA=1.4");
		assertEquals(List.of("PIXEL"), asked.missingOptics());
		assertThrows(NullPointerException.class, asked::kernel);
		final double sigma = Optics.widefield(1.4, 1.515, 520).sigma();
		final Options known = asked.withOptics(List.of("PIXEL=0.1"));
		assertEquals(List.of(), known.missingOptics());
		assertEquals(Kernel.gaussian(sigma / 0.1).toString(), known.kernel().toString());
		assertEquals("optics:em=520,NA=1.4,PIXEL=0.1", known.get(Option.KERNEL));
		assertEquals(Kernel.gaussian(sigma / 0.1, sigma / 0.2, 0).toString(), asked.withOptics(List.of("PIXEL=0.1x0.2")).kernel()
			.toString());
		final Optics confocal = new Optics(1.2, 1.33, 520, 488, 0.8);
		assertEquals(Kernel.gaussian(confocal.sigma() / 0.05).toString(), Options.defaults().with(Option.KERNEL,
			"Optics:NA=1.2,N=1.33,EM=520,EX=488,Pinhole=0.8,Pixel=0.05").kernel().toString());
		assertEquals("gaussian 0.7,0.4,30.0", Options.defaults().with(Option.KERNEL, "gaussian:0.7,0.4,30").kernel()
			.toString());
		assertEquals(List.of(), Options.defaults().with(Option.KERNEL, "file:psf.csv").missingOptics());
	}

	@Test
	void opticsOfSeveralChannels() {
		final Options two = Options.defaults().with(Option.KERNEL, "optics:NA=1.4,EM=520/610,PIXEL=0.1");
		assertEquals(2, two.kernelChannels());
		assertEquals("optics:NA=1.4,EM=610,PIXEL=0.1", two.ofChannel(1).get(Option.KERNEL));
		assertEquals(Kernel.gaussian(Optics.widefield(1.4, 1.515, 610).sigma() / 0.1).toString(), two.ofChannel(1).kernel()
			.toString());
		assertEquals(Kernel.gaussian(Optics.widefield(1.4, 1.515, 520).sigma() / 0.1).toString(), two.ofChannel(0).kernel()
			.toString());
		final Options one = two.ofChannel(0);
		assertSame(one, one.ofChannel(7));
		final Options bare = Options.defaults().with(Option.PRESET, "microscopy");
		assertEquals(List.of("NA", "EM", "PIXEL"), bare.missingOptics());
		assertEquals("optics:NA=1,EM=500,PIXEL=1", bare.withOptics(List.of("NA=1", "EM=500", "PIXEL=1")).get(Option.KERNEL));
		assertThrows(IllegalArgumentException.class, () -> two.with(Option.KERNEL, "optics:NA=1.4,EM=520/6,PIXEL=0.1"));
	}

	@Test
	void noiseInGreyLevelsOrAsAShareOfTheRange() {
		final IntensityRange range = new IntensityRange(100, 2100);
		assertEquals(NoiseModel.gaussian(25), Options.defaults().with(Option.NOISE, "gaussian:1.25%").noise().in(range));
		assertEquals(NoiseModel.gaussian(3), Options.defaults().with(Option.NOISE, "gaussian:3").noise().in(range));
		assertEquals(new NoiseModel(2.1, 5, 100), Options.defaults().with(Option.NOISE, "poisson:2.1,5,100").noise().in(
			range));
	}

	@Test
	void gradualStages() {
		// the published x2 schedule (method.md, section 2)
		final double[][] published = { { 1, 1.5 }, { 1.5, 1 }, { 1.5, 1.5 }, { 1.5, 2 }, { 2, 1.5 }, { 2, 2 } };
		final List<Factor> stages = Options.defaults().with(Option.GRADUAL, "on").stages();
		assertEquals(published.length, stages.size());
		for (int i = 0; i < published.length; i++)
			assertEquals(new Factor(published[i][0], published[i][1]), stages.get(i));
		assertEquals(List.of(new Factor(1, 1.5), new Factor(2, 2)), Options.defaults().with(Option.GRADUAL, "1x1.5")
			.stages());
		assertEquals(new Factor(1, 3), Options.defaults().with(Option.SCALE, "1x3").with(Option.GRADUAL, "on").stages().get(
			1));
		assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Option.GRADUAL, "3").stages());
	}

	@Test
	void optionsAreValues() {
		final Options a = Options.defaults().with(Option.SEED, "4");
		assertEquals(a, Options.defaults().with(a.toMap()));
		assertEquals("1", Options.defaults().get(Option.SEED));
	}
}
