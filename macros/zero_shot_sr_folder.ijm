// Enlarges every image of a folder with Zero-Shot SR. Results get the same names, ending in .tif, in another folder.
// What is there already is skipped, so that an interrupted run can be started again; a file that fails is noted, and the
// next one is done. zero_shot_sr.log and zero_shot_sr.csv in the results' folder say what was done.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_folder.ijm "/data/images;/data/results;scale=2 stack=warm"
// Files with their folders, as here. The argument is INPUT FOLDER;OUTPUT FOLDER;OPTIONS. Without one, the macro asks.

var folder, results;

argument = getArgument();
if (argument != "") {
	parts = split(argument + "; ", ";");
	if (parts.length < 3) exit("The argument has to be INPUT FOLDER;OUTPUT FOLDER;OPTIONS");
	folder = parts[0];
	results = parts[1];
	options = parts[2];
}
else {
	folder = getDirectory("Folder of images");
	results = getDirectory("Folder for the results");
	options = getString("Options of Zero-Shot SR", "scale=2");
}
if (!endsWith(folder, "/") && !endsWith(folder, "\\")) folder += "/";
if (!endsWith(results, "/") && !endsWith(results, "\\")) results += "/";
if (!File.isDirectory(folder)) exit("There is no folder " + folder);
if (!File.isDirectory(results)) File.makeDirectory(results);
if (File.getParent(results + "x") == File.getParent(folder + "x")) exit("The results need a folder of their own");

setBatchMode(true);
// with -batch, ImageJ finds the classes of plugins only after its first command
newImage("nothing", "8-bit", 1, 1, 1);
run("Select None");
close();
if (!File.exists(results + "zero_shot_sr.csv"))
	File.append("file,result,width,height,slices,seconds", results + "zero_shot_sr.csv");
names = getFileList(folder);
done = 0;
failed = 0;
for (i = 0; i < names.length; i++) {
	name = names[i];
	if (!isImage(name)) continue;
	output = substring(name, 0, lastIndexOf(name, ".")) + ".tif";
	if (File.exists(results + output)) {
		note(name + ": skipped, the result is there");
		continue;
	}
	showProgress(i, names.length);
	start = getTime();
	reason = enlarge(folder + name, results + output, options);
	seconds = d2s((getTime() - start) / 1000, 1);
	if (reason == "") {
		done++;
		note(name + ": done in " + seconds + " s");
		row(name, output, "" + getWidth() + "," + getHeight() + "," + nSlices + "," + seconds);
	}
	else {
		failed++;
		note(name + ": failed: " + reason);
		row(name, "failed", ",,," + seconds);
	}
	close("*");
}
note("" + done + " done, " + failed + " failed");
setBatchMode(false);

// Returns "", with the result as the active image, or why there is none.
function enlarge(input, output, options) {
	// ImageJ opens damaged files, too, with black where it cannot read
	problem = call("org.zeroshotsr.files.ImageFiles.problem", input);
	if (problem != "") return problem;
	call("ij.IJ.redirectErrorMessages"); // to the log, not into a dialog that stops everything
	attempt("open(" + quoted(input) + ");");
	if (nImages == 0) return "ImageJ cannot open it";
	image = getImageID();
	error = attempt("run('Zero-Shot SR', " + quoted(options) + ");");
	if (getImageID() == image) return error;
	// under another name first: a file that is there is whole
	part = output + ".part.tif";
	attempt("saveAs('Tiff', " + quoted(part) + ");");
	if (!File.exists(part) || !File.rename(part, output)) return "the result cannot be saved as " + output;
	return "";
}

// Runs code of which an error does not end this macro, and returns the error, if any.
function attempt(code) {
	return call("ij.Macro.eval", code);
}

function quoted(text) {
	return "'" + replace(text, "\\\\", "\\\\\\\\") + "'";
}

function isImage(name) {
	return matches(toLowerCase(name), ".*\\.(tif|tiff|png|jpg|jpeg|gif|bmp)");
}

function note(text) {
	print(text);
	File.append(text, results + "zero_shot_sr.log");
}

function row(file, result, numbers) {
	File.append("\"" + file + "\",\"" + result + "\"," + numbers, results + "zero_shot_sr.csv");
}
