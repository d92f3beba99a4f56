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
package org.zeroshotsr.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.FileSaver;

/**
 * By hand, on Linux: {@code KillsProgram parent|child COUNT} kills a real ImageJ that runs the plugin on a virtual
 * display, or its training process, COUNT times at random moments, and prints a row for each: when, what was left 5
 * seconds later, and what the other side said. {@code KillsProgram two SIDE STEPS} runs one and then two of them on an
 * image of so many rows and columns, and prints times and memory.
 */
final class KillsProgram {

	private static final String CHILD = "org.zeroshotsr.worker.ChildMain";
	private static final int SECONDS_LEFT = 5;

	private final Path folder = Files.createTempDirectory("kills");
	private final Path temporary = Files.createDirectory(folder.resolve("tmp"));
	private final VirtualDisplay display = VirtualDisplay.open();
	private final String ij = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(
		path -> path.matches(".*/ij-1.*\\.jar")).findFirst().orElseThrow();

	private KillsProgram() throws Exception {
		new ImageJFolder(folder);
	}

	public static void main(final String... args) throws Exception {
		final KillsProgram program = new KillsProgram();
		try (VirtualDisplay display = program.display) {
			if (args[0].equals("two")) program.two(Integer.parseInt(args[1]), args[2]);
			else program.kills(args[0].equals("child"), Integer.parseInt(args[1]));
		}
		System.exit(0);
	}

	private Process start(final Path image, final String options, final Path log) throws IOException {
		final Path macro = Files.writeString(folder.resolve(log.getFileName() + ".ijm"), "open('" + image +
			"'); print('begins'); run('Zero-Shot SR', '" + options + "'); saveAs('Tiff', '" + log + ".tif'); print('ends');");
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx500m", "-Djava.io.tmpdir=" + temporary, "-Dplugins.dir=" + folder, "-Duser.home=" + folder,
			"-cp", ij, "ij.ImageJ", "-batch", macro.toString()).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display.name());
		builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
		return builder.start();
	}

	private static Path image(final Path file, final int side) {
		new FileSaver(new ImagePlus("image", Samples.plane(16, side, side, 1))).saveAsTiff(file.toString());
		return file;
	}

	private void kills(final boolean child, final int count) throws Exception {
		final Path image = image(folder.resolve("image.tif"), 96);
		final Random random = new Random(1);
		System.out.println("| kill | of the " + (child ? "child" : "parent") + " after s | left after " + SECONDS_LEFT +
			" s | the other side |\n| --- | --- | --- | --- |");
		for (int i = 1; i <= count; i++) {
			final Path log = folder.resolve("log" + i);
			final Process process = start(image, "depth=3 width=8 steps=" + (child ? 100000 : 600) + " device=cpu", log);
			while (child && children(process.pid()).isEmpty() && process.isAlive())
				Thread.sleep(1);
			// starting, sharing, training, enlarging, saving, or over
			final double seconds = (child ? 4 : 9) * random.nextDouble();
			Thread.sleep((long) (1000 * seconds));
			final List<ProcessHandle> children = children(process.pid());
			if (child) children.forEach(ProcessHandle::destroyForcibly);
			else process.destroyForcibly();
			if (child) process.waitFor(30, TimeUnit.SECONDS);
			Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS_LEFT));
			System.out.printf("| %d | %.2f | %s | %s |%n", i, seconds, left(child ? List.of() : children), child ? said(log)
				: children.isEmpty() ? "no child yet, or any more" : "child ended: " + children.stream().noneMatch(ProcessHandle::isAlive));
			process.destroyForcibly();
		}
	}

	private static List<ProcessHandle> children(final long pid) {
		return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).filter(h -> h.info().commandLine().orElse("")
			.contains(CHILD)).toList();
	}

	private String left(final List<ProcessHandle> children) throws IOException {
		final List<String> left = new ArrayList<>();
		children.stream().filter(ProcessHandle::isAlive).forEach(h -> left.add("process " + h.pid()));
		try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
			all.filter(h -> h.info().commandLine().orElse("").contains(folder.toString())).forEach(h -> left.add("process " + h
				.pid()));
		}
		try (Stream<Path> shared = Files.list(Path.of("/dev/shm")); Stream<Path> files = Files.list(temporary);
				Stream<Path> parts = Files.list(folder))
		{
			shared.filter(f -> f.getFileName().toString().startsWith("zssr")).forEach(f -> left.add(f.toString()));
			files.filter(f -> !f.getFileName().toString().startsWith("hsperf")).forEach(f -> left.add(f.toString()));
			parts.filter(f -> f.toString().endsWith(".part")).forEach(f -> left.add(f.toString()));
		}
		return left.isEmpty() ? "nothing" : String.join(", ", left);
	}

	private static String said(final Path log) throws IOException {
		return Files.readAllLines(log).stream().filter(line -> line.contains("training process") || line.equals("ends")).findFirst()
			.orElse("?").replace("|", "/");
	}

	private void two(final int side, final String options) throws Exception {
		final Path image = image(folder.resolve("image.tif"), side);
		System.out.println("alone: " + times(image, options, 1));
		System.out.println("alone: " + times(image, options, 1));
		System.out.println("two:   " + times(image, options, 2));
		try (Stream<Path> results = Files.list(folder)) {
			System.out.println("results: " + results.filter(f -> f.toString().endsWith(".tif") && f.toString().contains("log")).map(
				KillsProgram::hash).collect(Collectors.groupingBy(h -> h, Collectors.counting())));
		}
	}

	private static int hash(final Path file) {
		return java.util.Arrays.hashCode((short[]) new ImagePlus(file.toString()).getProcessor().getPixels());
	}

	private int runs;

	private String times(final Path image, final String options, final int count) throws Exception {
		final long start = System.nanoTime();
		final List<Process> processes = new ArrayList<>();
		for (int i = 0; i < count; i++)
			processes.add(start(image, options, folder.resolve("log" + ++runs)));
		long peak = 0;
		final StringBuilder times = new StringBuilder();
		final List<Process> running = new ArrayList<>(processes);
		while (!running.isEmpty()) {
			long now = 0;
			for (final Process p : running) {
				now += resident(p.pid());
				for (final ProcessHandle child : children(p.pid()))
					now += resident(child.pid());
			}
			peak = Math.max(peak, now);
			running.removeIf(p -> {
				if (p.isAlive()) return false;
				times.append(String.format("%.1f s, ", (System.nanoTime() - start) / 1e9));
				return true;
			});
			Thread.sleep(50);
		}
		return times + "peak " + peak / 1024 + " MB" + (count > 1 ? ", the second said: " + waited() : "");
	}

	private String waited() throws IOException {
		for (int i = runs - 1; i <= runs; i++)
			for (final String line : Files.readAllLines(folder.resolve("log" + i)))
				if (line.contains("another")) return line;
		return "nothing";
	}

	/** KB. */
	private static long resident(final long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
			return lines.filter(l -> l.startsWith("VmRSS")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElse(0);
		}
		catch (final IOException | java.io.UncheckedIOException e) {
			return 0; // it has ended
		}
	}
}
