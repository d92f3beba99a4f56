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
package org.zeroshotsr.cli;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.Methods;
import org.zeroshotsr.Report;
import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.run.PlaneReport;
import org.zeroshotsr.train.Training;

/** A run as JSON. A number that there is not (or is infinite) is null. */
final class ReportJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ReportJson() {}

	static ObjectNode of(final Summary summary) {
		final Report report = summary.report();
		final ObjectNode json = NODES.objectNode();
		json.put("version", report.version());
		json.put("tensorflow", report.tensorflow());
		image(json.putObject("input"), summary.input().toString(), summary.type(), report.axes(), report.input());
		image(json.putObject("output"), summary.output().toString(), summary.type(), report.axes(), report.output());
		run(json, report, summary.notes());
		json.set("record", ResultRecord.json(report.record()));
		json.put("methods", Methods.sentence(report));
		if (summary.comparison() != null) {
			final ObjectNode quality = quality(json.putObject("quality"), summary.comparison());
			quality.put("truth", summary.truth().toString());
		}
		return json;
	}

	private static void image(final ObjectNode json, final String file, final String type, final String axes,
		final long[] size)
	{
		json.put("file", file).put("type", type).put("axes", axes);
		final ArrayNode sizes = json.putArray("size");
		for (final long length : size)
			sizes.add(length);
	}

	/** Everything of a run but the files. */
	static void run(final ObjectNode json, final Report report, final List<String> allNotes) {
		final ObjectNode options = json.putObject("options");
		report.options().forEach(options::put);
		json.put("device", report.device()).put("precision", report.precision()).put("precisionReason", report.precisionReason());
		json.put("threads", report.threads()).put("steps", report.steps());
		json.set("seconds", number(report.seconds()));
		json.set("gainDb", number(report.gain()));
		consistency(json, report.consistency());
		json.set("flicker", number(report.flicker()));
		json.put("saturated", report.saturated());
		final ArrayNode estimates = json.putArray("estimates");
		report.estimates().forEach(estimates::add);
		final ArrayNode notes = json.putArray("notes");
		allNotes.forEach(notes::add);
		final ArrayNode planes = json.putArray("planes");
		for (final PlaneReport plane : report.planes())
			plane(planes.addObject(), plane);
	}

	private static void plane(final ObjectNode json, final PlaneReport plane) {
		json.put("position", plane.position()).put("warm", plane.warm()).put("constant", plane.constant()).put("learnt", plane
			.learnt());
		json.put("steps", plane.steps());
		json.set("seconds", number(plane.seconds()));
		json.set("gainDb", number(plane.gain()));
		consistency(json, plane.consistency());
		json.put("saturated", plane.saturated()).put("holes", plane.holes());
		if (plane.verdict() != null) verdict(json.putObject("verdict"), plane.verdict());
		final ArrayNode stages = json.putArray("stages");
		for (final Training training : plane.trainings())
			stage(stages.addObject(), training);
	}

	private static void consistency(final ObjectNode json, final Consistency consistency) {
		json.set("rmsGreyLevels", number(consistency.rms()));
		json.set("rseGreyLevels", number(consistency.rse()));
		json.set("rsp", number(consistency.rsp()));
	}

	private static void verdict(final ObjectNode json, final Verdict verdict) {
		json.set("networkError", number(verdict.network()));
		json.set("ownKernelError", number(verdict.own()));
		json.set("bicubicError", number(verdict.bicubic()));
		json.set("blurredError", number(verdict.blurred()));
		json.put("sigma", verdict.sigma());
		json.set("heldOutDb", number(verdict.heldOut()));
		json.put("returned", verdict.simple() ? "bicubic after a Gaussian" : Double.isNaN(verdict.heldOut()) ? "bicubic" : "network");
	}

	private static void stage(final ObjectNode json, final Training training) {
		json.put("learnt", training.learnt()).put("attempts", training.attempts()).put("steps", training.steps());
		json.set("gainDb", number(training.gain()));
		final ArrayNode loss = json.putArray("loss");
		for (final float value : training.loss())
			loss.add(number(value));
		final ArrayNode curve = json.putArray("reconstruction");
		for (int i = 0; i < training.measuredSteps().length; i++) {
			final ObjectNode point = curve.addObject();
			point.put("step", training.measuredSteps()[i]);
			point.set("gainDb", number(training.gains()[i]));
		}
	}

	/** Scores of result, bicubic, and bicubic after the best Gaussian: the means and those of each plane. */
	static ObjectNode quality(final ObjectNode json, final Comparison comparison) {
		json.set("range", number(comparison.range()));
		json.put("borderRows", comparison.rows()).put("borderColumns", comparison.columns()).put("luma", comparison
			.luma());
		scores(json, comparison.bicubic(), comparison.blurred(), comparison.result());
		final ArrayNode planes = json.putArray("planes");
		for (final Comparison.PlaneQuality plane : comparison.planes()) {
			final ObjectNode scores = planes.addObject();
			scores(scores, plane.bicubic(), plane.blurred(), plane.result());
			scores.set("sigma", number(plane.sigma()));
		}
		return json;
	}

	static void scores(final ObjectNode json, final Comparison.Score bicubic, final Comparison.Score blurred,
		final Comparison.Score result)
	{
		score(json.putObject("bicubic"), bicubic);
		score(json.putObject("blurred"), blurred);
		score(json.putObject("result"), result);
	}

	private static void score(final ObjectNode json, final Comparison.Score score) {
		json.set("psnrDb", number(score.psnr()));
		json.set("ssim", number(score.ssim()));
	}

	static JsonNode number(final double value) {
		return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
	}

	private static JsonNode number(final float value) {
		return Float.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
	}
}
