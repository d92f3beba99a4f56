// Enlarges every image of a folder with Zero-Shot SR. Results get the same names, ending in .tif, in another folder; where two
// images would have the same (same.jpg and same.tif), they keep their own endings, too (same.jpg.tif, same.tif.tif).
// What is there already is skipped, so that an interrupted run can be started again; a file that fails is noted, and the
// next one is done. zero_shot_sr.log and zero_shot_sr.csv in the results' folder say what was done, with a row for each image.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// Folders in full, as here. The argument is INPUT FOLDER;OUTPUT FOLDER;OPTIONS, and the options may hold more semicolons. Where
// a folder's name holds one, begin with another separator (|, a tab or a line break): "|/data/a;b|/data/results|scale=2".
// Without an argument, the macro asks.
// Where a file fails it says so in a line that begins with ERROR at the end, with exit code 1 if ImageJ allows that.

// The names of the images, and what results would be called without endings, in small letters, each between slashes.
var folder, results, names = "/", stems = "/";

argument = getArgument();
needClasses();
if (argument != "") {
	folder = call("org.zeroshotsr.imagej.MacroScript.part", argument, "0");
	results = call("org.zeroshotsr.imagej.MacroScript.part", argument, "1");
	options = call("org.zeroshotsr.imagej.MacroScript.part", argument, "2");
	if (results == "") stop("The argument has to be INPUT FOLDER;OUTPUT FOLDER;OPTIONS");
}
else {
	folder = getDirectory("Folder of images");
	results = getDirectory("Folder for the results");
	options = getString("Options of Zero-Shot SR", "scale=2");
}
if (!endsWith(folder, "/") && !endsWith(folder, "\\")) folder += "/";
if (!endsWith(results, "/") && !endsWith(results, "\\")) results += "/";
if (!File.isDirectory(folder)) stop("There is no folder " + folder);
if (!File.isDirectory(results)) File.makeDirectory(results);
if (!File.isDirectory(results)) stop("The folder " + results + " cannot be made");
if (File.getParent(results + "x") == File.getParent(folder + "x")) stop("The results need a folder of their own");

if (!File.exists(results + "zero_shot_sr.csv"))
	append("file,result,width,height,slices,seconds,note", "zero_shot_sr.csv");
files = getFileList(folder);
for (i = 0; i < files.length; i++) {
	if (isImage(files[i])) {
		names += toLowerCase(files[i]) + "/";
		stems += toLowerCase(stem(files[i])) + "/";
	}
}
done = 0;
failed = 0;
for (i = 0; i < files.length; i++) {
	name = files[i];
	if (!isImage(name)) continue;
	output = resultName(name);
	if (File.exists(results + output)) {
		note(name + ": skipped, the result is there");
		row(name, output, ",,,", "skipped, the result is there");
		continue;
	}
	showProgress(i, files.length);
	start = getTime();
	said = call("org.zeroshotsr.imagej.FileRun.enlarge", folder + name, results + output, options);
	seconds = d2s((getTime() - start) / 1000, 1);
	if (startsWith(said, "ERROR")) {
		failed++;
		note(name + ": failed: " + substring(said, 7));
		row(name, "", ",,," + seconds, "failed: " + substring(said, 7));
		if (startsWith(said, "ERROR: canceled")) stop("canceled; " + done + " done, " + failed + " failed");
	}
	else {
		done++;
		note(name + ": done in " + seconds + " s");
		size = split(said, " "); // WIDTH x HEIGHT pixels, N planes
		row(name, output, "" + size[0] + "," + size[2] + "," + size[4] + "," + seconds, "");
	}
}
note("" + done + " done, " + failed + " failed");
if (failed > 0) stop("" + failed + " of the files could not be enlarged; " + results + "zero_shot_sr.csv says why");

// The result's name: the same in whatever order the files come, and whatever was done before.
function resultName(name) {
	base = stem(name);
	key = "/" + toLowerCase(base) + "/";
	// another image has this stem, or this name, which it may keep before .tif
	if (indexOf(stems, key) != lastIndexOf(stems, key) || indexOf(names, key) >= 0) return name + ".tif";
	return base + ".tif";
}

function stem(name) {
	return substring(name, 0, lastIndexOf(name, "."));
}

function isImage(name) {
	return matches(toLowerCase(name), "(?s).*\\.(tif|tiff|png|jpg|jpeg|gif|bmp)");
}

function note(text) {
	print(text);
	append(text, "zero_shot_sr.log");
}

function row(file, result, numbers, remark) {
	append("" + csv(file) + "," + csv(result) + "," + numbers + "," + csv(remark), "zero_shot_sr.csv");
}

function append(line, name) {
	said = call("org.zeroshotsr.imagej.MacroScript.append", line, results + name);
	if (said != "") stop(said);
}

function csv(text) {
	return "\"" + replace(text, "\"", "\"\"") + "\"";
}

function stop(reason) {
	if (call("org.zeroshotsr.imagej.MacroScript.fail", reason) == "") exit();
	exit(reason);
}

// With -batch, ImageJ finds the classes of plugins only after its first command.
function needClasses() {
	setBatchMode(true);
	newImage("nothing", "8-bit", 1, 1, 1);
	run("Select None");
	close();
	setBatchMode(false);
}
