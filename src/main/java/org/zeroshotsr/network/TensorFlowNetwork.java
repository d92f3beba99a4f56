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
package org.zeroshotsr.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReadVariableOp;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec.Precision;

/**
 * The network in TensorFlow's graph mode, where gradients exist. Weights are resource variables, whose updates wait for
 * all gradients, so that runs repeat to the bit; the learning rate and Adam's bias corrections are fed at each step.
 */
public final class TensorFlowNetwork implements Network {

	private static final float BETA1 = 0.9f;
	/** Shorter than usual: crops differ much, and a bright one after many dark ones would step too far. */
	private static final float BETA2 = 0.99f;
	private static final float EPSILON = 1e-8f;

	private final NetworkSpec spec;
	private final DeviceChoice choice;
	private final Graph graph;
	private final Session session;

	private final Placeholder<TFloat32> input;
	private final Placeholder<TFloat32> target;
	private final Placeholder<TFloat32> weight;
	private final Placeholder<TFloat32> rate;
	private final Placeholder<TFloat32> power1;
	private final Placeholder<TFloat32> power2;
	private final List<Placeholder<TFloat32>> newWeights = new ArrayList<>();
	private final List<ReadVariableOp<TFloat32>> weights = new ArrayList<>();
	private final Operand<TFloat32> residual;
	private final Operand<TFloat32> loss;
	private final Op step;
	private final Op assign;

	private int steps;
	private boolean ranShort;
	private String device;
	private final Ops tf;
	private int operations;

	/**
	 * Builds the network; its weights are to be set.
	 *
	 * @throws DeviceException where the device asked for is not there
	 */
	public TensorFlowNetwork(final NetworkSpec spec) {
		TensorFlowRuntime.start(spec.device());
		choice = DeviceChoice.of(spec);
		graph = new Graph();
		this.spec = spec.with(choice.precision());
		device = choice.gpu() < 0 ? "CPU" : "GPU:" + choice.gpu(); // until a step has told

		tf = choice.place(Ops.create(graph));
		input = placeholder(Shape.of(1, -1, -1, spec.filter(0)[2]));
		target = placeholder(Shape.of(1, -1, -1, spec.outputs()));
		weight = placeholder(Shape.of(1, -1, -1, spec.outputs()));
		rate = placeholder(Shape.scalar());
		power1 = placeholder(Shape.scalar());
		power2 = placeholder(Shape.scalar());

		final List<VarHandleOp> variables = new ArrayList<>();
		final List<VarHandleOp> moments = new ArrayList<>();
		final List<Op> assigns = new ArrayList<>();
		for (int layer = 0; layer < spec.depth(); layer++) {
			final int[] filter = spec.filter(layer);
			final Shape shape = Shape.of(filter[0], filter[1], filter[2], filter[3]);
			final Placeholder<TFloat32> fed = placeholder(shape);
			final Operand<TFloat32> zeros = op().math.sub(fed, fed);
			final VarHandleOp variable = variable(shape, "weights" + layer);
			final VarHandleOp mean = variable(shape, "mean" + layer);
			final VarHandleOp variance = variable(shape, "variance" + layer);
			assigns.add(op().assignVariableOp(variable, fed));
			assigns.add(op().assignVariableOp(mean, zeros));
			assigns.add(op().assignVariableOp(variance, zeros));
			newWeights.add(fed);
			weights.add(op().readVariableOp(variable, TFloat32.class));
			variables.add(variable);
			moments.add(mean);
			moments.add(variance);
		}
		assign = op().withControlDependencies(assigns).noOp();

		residual = choice.precision() == Precision.BFLOAT16 ? layers(TBfloat16.class)
			: layers(TFloat32.class);
		loss = op().sum(op().math.mul(weight, op().math.abs(op().math.sub(residual, target))), op().array(0, 1, 2, 3));
		final Output<?>[] gradients = graph.addGradients(loss.asOutput(), weights.stream().map(ReadVariableOp::value)
			.toArray(Output[]::new));
		final List<Op> updates = new ArrayList<>();
		for (int layer = 0; layer < spec.depth(); layer++) {
			@SuppressWarnings("unchecked")
			final Output<TFloat32> gradient = (Output<TFloat32>) gradients[layer];
			updates.add(op().train.resourceApplyAdam(variables.get(layer), moments.get(2 * layer), moments.get(2 * layer +
				1), power1, power2, rate, op().constant(BETA1), op().constant(BETA2), op().constant(EPSILON), gradient));
		}
		step = op().withControlDependencies(updates).noOp();
		session = new Session(graph, choice.config());
	}

	/**
	 * For an operation with a name of its own. TensorFlow Java numbers those of one name with the digits of the user's
	 * language, and TensorFlow takes no others than 0 to 9.
	 */
	private Ops op() {
		return tf.withName("op" + operations++);
	}

	private <T extends TNumber> Operand<TFloat32> layers(final Class<T> type) {
		final List<Long> strides = List.of(1L, 1L, 1L, 1L);
		final Operand<T> leak = op().dtypes.cast(op().constant(NetworkSpec.LEAK), type);
		Operand<T> features = op().dtypes.cast(input, type);
		for (int layer = 0; layer < weights.size(); layer++) {
			features = op().nn.conv2d(features, op().dtypes.cast(weights.get(layer), type), strides, "SAME");
			if (layer < weights.size() - 1) features = op().math.add(op().nn.relu(features), op().math.mul(features, leak));
		}
		return op().dtypes.cast(features, TFloat32.class);
	}

	private Placeholder<TFloat32> placeholder(final Shape shape) {
		return op().placeholder(TFloat32.class, Placeholder.shape(shape));
	}

	private VarHandleOp variable(final Shape shape, final String name) {
		return op().varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
	}

	@Override
	public NetworkSpec spec() {
		return spec;
	}

	@Override
	public String device() {
		return device;
	}

	@Override
	public float train(final Lesson lesson, final double learningRate) {
		final Shape outputs = Shape.of(1, lesson.height, lesson.width, spec.outputs());
		steps++;
		try (TFloat32 inputs = tensor(lesson.input, Shape.of(1, lesson.height, lesson.width, spec.filter(0)[2]));
				TFloat32 targets = tensor(lesson.target, outputs);
				TFloat32 weights = tensor(lesson.weight, outputs);
				TFloat32 r = TFloat32.scalarOf((float) learningRate);
				TFloat32 p1 = TFloat32.scalarOf((float) Math.pow(BETA1, steps));
				TFloat32 p2 = TFloat32.scalarOf((float) Math.pow(BETA2, steps)))
		{
			final Session.Runner runner = session.runner().feed(input, inputs).feed(target, targets).feed(weight, weights)
				.feed(rate, r).feed(power1, p1).feed(power2, p2).fetch(loss).addTarget(step);
			if (steps == 1) runner.setOptions(RunOptions.newBuilder().setOutputPartitionGraphs(true).build());
			try (Result result = steps == 1 ? runner.runAndFetchMetadata() : runner.run()) {
				if (steps == 1) device = observedDevice(result);
				return ((TFloat32) result.get(0)).getFloat();
			}
		}
	}

	/** Where TensorFlow placed the convolutions of the run that {@code result} is of. */
	private String observedDevice(final Result result) {
		final String placed = result.getMetadata().orElseThrow().getPartitionGraphsList().stream().flatMap(g -> g
			.getNodeList().stream()).filter(node -> node.getOp().contains("Conv2D")).map(NodeDef::getDevice).findFirst()
			.orElseThrow(() -> new IllegalStateException("TensorFlow reported no device"));
		final String name = placed.substring(placed.lastIndexOf("device:") + "device:".length());
		if (name.startsWith("CPU") != choice.gpu() < 0) throw new IllegalStateException("TensorFlow took " + name);
		return choice.name();
	}

	@Override
	public Plane apply(final Plane low, final float[] level) {
		return Halves.apply(low, spec, part -> applied(part, level), () -> ranShort = true);
	}

	private Plane applied(final Plane low, final float[] level) {
		final Plane high = spec.cubic(low);
		try (TFloat32 image = tensor(Centring.apply(low, level), Shape.of(1, low.height, low.width, spec.filter(0)[2]));
				Result result = session.runner().feed(input, image).fetch(residual).run())
		{
			Blocks.add(samples(result.get(0), high.data.length), high, spec.blockRows(), spec.blockColumns());
		}
		return high;
	}

	@Override
	public boolean ranShort() {
		return ranShort;
	}

	@Override
	public float[][] weights() {
		final Session.Runner runner = session.runner();
		weights.forEach(runner::fetch);
		try (Result result = runner.run()) {
			final float[][] copy = new float[weights.size()][];
			for (int layer = 0; layer < copy.length; layer++)
				copy[layer] = samples(result.get(layer), Math.toIntExact(newWeights.get(layer).asOutput().shape().size()));
			return copy;
		}
	}

	@Override
	public void setWeights(final float[][] values) {
		final List<TFloat32> tensors = new ArrayList<>();
		try {
			final Session.Runner runner = session.runner().addTarget(assign);
			for (int layer = 0; layer < weights.size(); layer++) {
				final TFloat32 tensor = tensor(values[layer], newWeights.get(layer).asOutput().shape());
				tensors.add(tensor);
				runner.feed(newWeights.get(layer), tensor);
			}
			runner.run().close();
			steps = 0;
		}
		finally {
			tensors.forEach(TFloat32::close);
		}
	}

	private static TFloat32 tensor(final float[] samples, final Shape shape) {
		return TFloat32.tensorOf(shape, DataBuffers.of(samples, true, false));
	}

	private static float[] samples(final org.tensorflow.Tensor tensor, final int count) {
		final float[] samples = new float[count];
		((TFloat32) tensor).copyTo(DataBuffers.of(samples, false, false));
		return samples;
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
