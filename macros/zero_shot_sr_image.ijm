// Enlarges one image file with Zero-Shot SR and saves the result as TIFF.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_image.ijm "/data/cells.tif;/data/cells_x2.tif;scale=2"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_image.ijm "/data/cells.tif;/data/cells_x2.tif;scale=2"
// Files with their folders, as here. The argument is INPUT;OUTPUT;OPTIONS, and the options may hold more semicolons. Where a
// file's name holds one, begin with another separator (|, a tab or a line break): "|/data/a;b.tif|/data/a;b_x2.tif|scale=2".
// Without an argument, the macro asks.
// Where it fails it says so in a line that begins with ERROR, and ends with exit code 1 if ImageJ allows that.

argument = getArgument();
needClasses();
if (argument != "") {
	input = call("org.zeroshotsr.imagej.MacroScript.part", argument, "0");
	output = call("org.zeroshotsr.imagej.MacroScript.part", argument, "1");
	options = call("org.zeroshotsr.imagej.MacroScript.part", argument, "2");
	if (output == "") stop("The argument has to be INPUT;OUTPUT;OPTIONS");
}
else {
	input = File.openDialog("Image to enlarge");
	output = getString("Result", File.getDirectory(input) + File.getNameWithoutExtension(input) + "_x2.tif");
	options = getString("Options of Zero-Shot SR", "scale=2");
}
said = call("org.zeroshotsr.imagej.FileRun.enlarge", input, output, options);
if (startsWith(said, "ERROR")) stop(said);
print("Saved " + output + ", " + said);

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
