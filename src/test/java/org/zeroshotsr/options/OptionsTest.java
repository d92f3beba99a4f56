/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.run.Stack;
import org.zeroshotsr.train.Course;

class OptionsTest {

	private static Recipe recipe(final Option option, final String value) {
		return Options.defaults().with(option, value).recipe(0);
	}

	@Test
	void defaultsAreTheDocumentedOnes() {
		final Options o = Options.defaults();
		assertEquals(new Factor(2, 2), o.scale());
		assertEquals(new Recipe(List.of(new Factor(2, 2)), null, false, Recipe.Noise.AUTO, Stack.AUTO, 8, 2, 8, 64, "auto",
			NetworkSpec.Precision.AUTO, new Course(false, 1000, 128, 100, 1), true, null, Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, List.of()), o.recipe(0));
		assertEquals(3000, recipe(Option.SCHEDULE, "adaptive").course().steps());
	}

	@Test
	void presetAndQualitySetWhatIsNotGiven() {
		final Options noisy = Options.defaults().with(Option.PRESET, "noisy");
		assertTrue(noisy.recipe(0).estimatesNoise());
		assertEquals("bicubic", noisy.get(Option.KERNEL));
		// whatever the order
		assertNull(noisy.with(Option.NOISE, "none").recipe(0).noise());
		assertNull(Options.defaults().with(Option.NOISE, "none").with(Option.PRESET, "noisy").recipe(0).noise());
		assertEquals(Options.defaults(), noisy.with(Option.PRESET, "auto"));
		assertTrue(Options.defaults().isKernelAutomatic() && Options.defaults().recipe(0).estimatesNoise());
		assertNull(noisy.with(Option.PRESET, "ideal").recipe(0).noise());
		final Options fast = noisy.with(Option.QUALITY, "fast");
		assertTrue(fast.recipe(0).course().steps() < 600 && fast.recipe(0).estimatesNoise());
		assertEquals(700, fast.with(Option.STEPS, "700").recipe(0).course().steps());
		for (final Option option : Option.values())
			assertEquals(Options.governed().contains(option) || option == Option.PRESET || option == Option.QUALITY,
				Arrays.stream(Options.Preset.values()).anyMatch(preset -> Arrays.stream(Options.Quality.values()).anyMatch(
					quality -> !Options.defaults().with(Map.of("preset", preset.name(), "quality", quality.name())).get(option)
						.equals(option.defaultValue()))), option.text());
	}

	@Test
	void qualitiesDifferInStepsWidthAndHowOftenTheEchoIsRenewed() {
		final Recipe fast = recipe(Option.QUALITY, "fast");
		final Recipe balanced = recipe(Option.QUALITY, "balanced");
		final Recipe best = recipe(Option.QUALITY, "best");
		assertTrue(fast.course().steps() < balanced.course().steps() && balanced.course().steps() < best.course().steps());
		assertTrue(balanced.width() < best.width());
		assertTrue(balanced.course().echoEvery() > best.course().echoEvery());
		assertEquals(1, best.stages().size());
		// a larger factor has smaller sons, and takes longer; a factor of one axis is between
		assertTrue(recipe(Option.SCALE, "4").course().steps() > 1000);
		assertEquals(recipe(Option.SCALE, "4").course().steps(), recipe(Option.SCALE, "16").course().steps());
		assertTrue(recipe(Option.SCALE, "1x2").course().steps() < 1000);
	}

	@Test
	void aKernelThatWasReadGoesWithItsText() {
		final Options options = Options.defaults().with(Option.KERNEL, "file:psf.csv");
		assertThrows(IllegalStateException.class, () -> options.kernel(0));
		final Options read = options.withKernel(Kernel.linear());
		assertSame(read.kernel(0), read.with(Option.STEPS, "5").kernel(0));
		final Options other = read.with(Option.KERNEL, "file:other.csv");
		assertThrows(IllegalStateException.class, () -> other.kernel(0));
		assertTrue(recipe(Option.KERNEL, "estimate").estimatesKernel());
		assertFalse(read.recipe(0).estimatesKernel());
	}

	@Test
	void alongZ() {
		final Options options = Options.defaults().with(Map.of("scale", "1", "z-scale", "4", "preset", "ideal"));
		assertTrue(options.enlargesZ() && !options.enlargesPlanes() && !Options.defaults().enlargesZ());
		assertEquals(new Growth(new Factor(1, 1), 4), options.growth());
		assertEquals(List.of(new Factor(4, 1)), options.axialRecipe(0).stages());
		assertEquals(AxialKernel.BINNED, options.axialRecipe(0).kernel());
		assertEquals(AxialKernel.SAMPLED, options.with(Option.Z_KERNEL, "Sampled").axialRecipe(0).kernel());
		assertEquals(AxialKernel.gaussian(0.4), options.with(Option.Z_KERNEL, "gaussian:0.4").axialRecipe(0).kernel());
		assertThrows(IllegalStateException.class, () -> options.with(Option.Z_SCALE, "auto").axialRecipe(0));
		final Options optics = options.with(Option.Z_KERNEL, "optics:NA=1.2,EM=520/610,N=1.33");
		assertEquals(List.of("DEPTH"), optics.missingAxialOptics());
		assertEquals(2, optics.channels(Option.Z_KERNEL));
		final Options complete = optics.withAxialOptics(List.of("DEPTH=0.4"));
		final Optics green = Optics.widefield(1.2, 1.33, 520);
		final Optics red = Optics.widefield(1.2, 1.33, 610);
		assertEquals(AxialKernel.gaussian(more(green) / 0.4), complete.axialRecipe(0).kernel());
		assertEquals(AxialKernel.gaussian(more(red) / 0.4), complete.axialRecipe(1).kernel());
		assertEquals(AxialKernel.SAMPLED, optics.withAxialOptics(List.of("DEPTH=40")).axialRecipe(0).kernel(), "the blur is nothing to that");
		// of the preset, where the metadata have told nothing
		assertEquals(AxialKernel.BINNED, options.with(Option.PRESET, "auto").axialRecipe(0).kernel());
	}

	private static double more(final Optics optics) {
		return Math.sqrt(optics.axialSigma() * optics.axialSigma() - optics.sigma() * optics.sigma());
	}

	/** Macros of version 0.1 may give it. */
	@Test
	void theOptionStartIsGoneAndSaysSo() {
		for (final String value : new String[] { "he", "paper" })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Map.of("start", value)))
				.getMessage().contains("leave it out"));
	}

	@Test
	void macroKeysDoNotBeginEachOther() {
		// SciJava finds a key anywhere in the macro's options, but not after a letter
		for (final Option a : Option.values())
			for (final Option b : Option.values())
				assertFalse(a != b && a.key().startsWith(b.key()), a.key() + " begins with " + b.key());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "scale|0.5x2", "z-scale|0.5", "z-scale|2x2", "z-scale|17", "z-scale|deep", "z-kernel|box",
		"z-kernel|gaussian:0", "z-kernel|gaussian:11", "z-kernel|optics:NA=1,EM=520,PIXEL=1", "z-kernel|optics:NA=1,EM=520,DEPTH=0", "scale|17", "scale|2x2x2", "scale|two", "scale|NaN",
		"gradual|1", "gradual|2,x", "kernel|sharp", "kernel|gaussian:0", "kernel|gaussian:", "kernel|file:",
		"kernel|gaussian:1,2", "kernel|gaussian:1,0,3", "kernel|gaussian:1,2,x", "kernel|optics:", 
		"kernel|optics:NA=1.6,EM=520", "kernel|optics:NA=0,EM=520", "kernel|optics:NA=1,EM=x",
		"kernel|optics:NA=1,EM=520,NA=1", "kernel|optics:NA=1,EM=520,ZOOM=2", "kernel|optics:NA=1,EM=520,EX=488",
		"kernel|optics:NA=1,EM=520,PIXEL=0", "kernel|optics:NA=1,EM=520,PIXEL=1x2x3", "noise|gaussian:-1",
		"noise|gaussian:-1%", "noise|poisson:1", "noise|poisson:-1,2", "noise|poisson:1,Infinity", "back-projection|-1",
		"back-projection|51", "ensemble|2", "schedule|fast", "steps|0", "steps|1e3", "depth|1", "depth|2.5", "width|3",
		"crop|8", "seed|x", "device|gpu:x", "device|tpu", "precision|float16", "stack|hot" })
	void badValuesNameTheOptionTheValueAndWhatIsPossible(final String name, final String value) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Map
			.of(name, value)));
		assertTrue(e.getMessage().startsWith(name + ": '" + value + "'"), e.getMessage());
		assertTrue(e.getMessage().contains(Option.of(name).range()), e.getMessage());
	}

	@Test
	void valuesAreReadWhateverTheirCase() {
		final Options o = Options.defaults().with(Map.of("scale", " 1.5X2 ", "stack", "Warm", "kernel", "file:/Tmp/Psf.csv")).withKernel(Kernel.linear());
		assertEquals(new Factor(1.5, 2), o.scale());
		assertEquals(Stack.WARM, o.recipe(0).stack());
		assertEquals(Path.of("/Tmp/Psf.csv"), o.kernelFile());
		assertThrows(IllegalArgumentException.class, () -> Options.defaults().with(Map.of("sclae", "2")));
	}

	@Test
	void kernelsOfOptics() {
		final Options asked = Options.defaults().with(Option.KERNEL, "optics:em=520,NA=1.4");
		assertEquals(List.of("PIXEL"), asked.missingOptics());
		assertThrows(IllegalStateException.class, () -> asked.kernel(0));
		final double sigma = Optics.widefield(1.4, 1.515, 520).sigma();
		final Options known = asked.withOptics(List.of("PIXEL=0.1"));
		assertEquals(List.of(), known.missingOptics());
		assertEquals(Kernel.gaussian(sigma / 0.1).toString(), known.kernel(0).toString());
		assertEquals("optics:em=520,NA=1.4,PIXEL=0.1", known.get(Option.KERNEL));
		assertEquals(Kernel.gaussian(sigma / 0.1, sigma / 0.2, 0).toString(), asked.withOptics(List.of("PIXEL=0.1x0.2")).kernel(0)
			.toString());
		final Optics confocal = new Optics(1.2, 1.33, 520, 488, 0.8);
		assertEquals(Kernel.gaussian(confocal.sigma() / 0.05).toString(), Options.defaults().with(Option.KERNEL,
			"Optics:NA=1.2,N=1.33,EM=520,EX=488,Pinhole=0.8,Pixel=0.05").kernel(0).toString());
		assertEquals("gaussian 0.7,0.4,30.0", Options.defaults().with(Option.KERNEL, "gaussian:0.7,0.4,30").kernel(0)
			.toString());
		assertEquals(List.of(), Options.defaults().with(Option.KERNEL, "file:psf.csv").missingOptics());
	}

	@Test
	void opticsOfSeveralChannels() {
		final Options two = Options.defaults().with(Option.KERNEL, "optics:NA=1.4,EM=520/610,PIXEL=0.1");
		assertEquals(2, two.channels(Option.KERNEL));
		assertEquals(Kernel.gaussian(Optics.widefield(1.4, 1.515, 610).sigma() / 0.1).toString(), two.kernel(1).toString());
		assertEquals(Kernel.gaussian(Optics.widefield(1.4, 1.515, 520).sigma() / 0.1).toString(), two.recipe(0).kernel()
			.toString());
		assertEquals(recipe(Option.KERNEL, "linear").kernel(), Options.defaults().with(Option.KERNEL, "linear").kernel(7));
		final Options bare = Options.defaults().with(Option.PRESET, "microscopy");
		assertEquals(List.of("NA", "EM", "PIXEL"), bare.missingOptics());
		assertEquals("optics:NA=1,EM=500,PIXEL=1", bare.withOptics(List.of("NA=1", "EM=500", "PIXEL=1")).get(Option.KERNEL));
		assertThrows(IllegalArgumentException.class, () -> two.with(Option.KERNEL, "optics:NA=1.4,EM=520/6,PIXEL=0.1"));
	}

	@Test
	void noiseInGreyLevelsOrAsAShareOfTheRange() {
		assertEquals(new Recipe.Noise(NoiseModel.gaussian(0.0125), true), recipe(Option.NOISE, "gaussian:1.25%").noise());
		assertEquals(NoiseModel.gaussian(3), recipe(Option.NOISE, "gaussian:3").noise().model());
		assertEquals(new NoiseModel(2.1, 5, 100), recipe(Option.NOISE, "poisson:2.1,5,100").noise().model());
		final Correlation shared = new Correlation(List.of(0.6, 0.2), List.of(0.5, 0.1));
		assertEquals(new NoiseModel(2.1, 5, 100, shared), recipe(Option.NOISE, "poisson:2.1,5,100,0.6/0.2x0.5/0.1").noise()
			.model());
		// one number stands for a Gaussian
		final NoiseModel blurred = recipe(Option.NOISE, "gaussian:3,0.5").noise().model();
		assertEquals(0.5, blurred.correlation().at(1, 0));
		assertEquals(0.0625, blurred.correlation().at(0, 2));
		assertEquals(0.25, blurred.correlation().at(1, -1));
		assertTrue(recipe(Option.NOISE, "gaussian:3%,0.5").noise().relative());
		for (final String wrong : List.of("gaussian:3,1", "gaussian:3,0.5,0", "poisson:1,2,3,0.5x0.4x0.3", "poisson:1,2,3,",
			"poisson:1", "gaussian:-1"))
			assertThrows(IllegalArgumentException.class, () -> recipe(Option.NOISE, wrong), wrong);
	}

	@Test
	void gradualStages() {
		// the published x2 schedule (method.md, section 2)
		final double[][] published = { { 1, 1.5 }, { 1.5, 1 }, { 1.5, 1.5 }, { 1.5, 2 }, { 2, 1.5 }, { 2, 2 } };
		final List<Factor> stages = recipe(Option.GRADUAL, "on").stages();
		assertEquals(published.length, stages.size());
		for (int i = 0; i < published.length; i++)
			assertEquals(new Factor(published[i][0], published[i][1]), stages.get(i));
		assertEquals(List.of(new Factor(1, 1.5), new Factor(2, 2)), recipe(Option.GRADUAL, "1x1.5").stages());
		assertEquals(new Factor(1, 3), Options.defaults().with(Option.SCALE, "1x3").with(Option.GRADUAL, "on").recipe(0)
			.stages().get(1));
		assertThrows(IllegalArgumentException.class, () -> recipe(Option.GRADUAL, "3"));
	}

	@Test
	void optionsAreValues() {
		final Options a = Options.defaults().with(Option.SEED, "4");
		assertEquals(a, Options.defaults().with(a.toMap()));
		assertEquals("1", Options.defaults().get(Option.SEED));
	}
}
