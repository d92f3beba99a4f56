// Enlarges every image of a folder with Zero-Shot SR. Results get the same names, ending in .tif, in another folder; where two
// images differ in their endings alone (same.jpg, same.tif), the endings stay (same.jpg.tif, same.tif.tif).
// What is there already is skipped, so that an interrupted run can be started again; a file that fails is noted, and the
// next one is done. zero_shot_sr.log and zero_shot_sr.csv in the results' folder say what was done.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// Folders in full, as here. The argument is INPUT FOLDER;OUTPUT FOLDER;OPTIONS. Where a folder's name holds a semicolon, begin
// with another separator: "|/data/a;b|/data/results|scale=2". Without an argument, the macro asks.
// Where a file fails it says so in a line that begins with ERROR at the end, with exit code 1 if ImageJ allows that.

var folder, results;

argument = getArgument();
needClasses();
if (argument != "") {
	folder = call("org.zeroshotsr.imagej.FileRun.part", argument, "0");
	results = call("org.zeroshotsr.imagej.FileRun.part", argument, "1");
	options = call("org.zeroshotsr.imagej.FileRun.part", argument, "2");
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

if (!File.exists(results + "zero_shot_sr.csv")) File.append("file,result,size,seconds,note", results +
	"zero_shot_sr.csv");
names = getFileList(folder);
done = 0;
failed = 0;
for (i = 0; i < names.length; i++) {
	name = names[i];
	if (!isImage(name)) continue;
	output = resultName(name, names);
	if (File.exists(results + output)) {
		note(name + ": skipped, the result is there");
		row(name, output, "", "", "skipped, the result is there");
		continue;
	}
	showProgress(i, names.length);
	start = getTime();
	said = call("org.zeroshotsr.imagej.FileRun.enlarge", folder + name, results + output, options);
	seconds = d2s((getTime() - start) / 1000, 1);
	if (startsWith(said, "ERROR")) {
		failed++;
		note(name + ": failed: " + substring(said, 7));
		row(name, "", "", seconds, "failed: " + substring(said, 7));
		if (startsWith(said, "ERROR: canceled")) stop("canceled; " + done + " done, " + failed + " failed");
	}
	else {
		done++;
		note(name + ": done in " + seconds + " s");
		row(name, output, said, seconds, "");
	}
}
note("" + done + " done, " + failed + " failed");
if (failed > 0) stop("" + failed + " of the files could not be enlarged; " + results + "zero_shot_sr.csv says why");

// The result's name, whatever other files there are and in whatever order.
function resultName(name, names) {
	stem = substring(name, 0, lastIndexOf(name, "."));
	for (k = 0; k < names.length; k++) {
		if (names[k] != name && isImage(names[k])) {
			if (substring(names[k], 0, lastIndexOf(names[k], ".")) == stem) return name + ".tif";
		}
	}
	return stem + ".tif";
}

function isImage(name) {
	return matches(toLowerCase(name), "(?s).*\\.(tif|tiff|png|jpg|jpeg|gif|bmp)");
}

function note(text) {
	print(text);
	File.append(text, results + "zero_shot_sr.log");
}

function row(file, result, size, seconds, remark) {
	File.append(csv(file) + "," + csv(result) + "," + csv(size) + "," + seconds + "," + csv(remark), results +
		"zero_shot_sr.csv");
}

function csv(text) {
	return "\"" + replace(text, "\"", "\"\"") + "\"";
}

function stop(reason) {
	if (call("org.zeroshotsr.imagej.FileRun.fail", reason) == "") exit();
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
