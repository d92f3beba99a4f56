// Enlarges one image file with Zero-Shot SR and saves the result as TIFF.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_image.ijm "/data/cells.tif;/data/cells_x2.tif;scale=2"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_image.ijm "/data/cells.tif;/data/cells_x2.tif;scale=2"
// Files with their folders, as here. The argument is INPUT;OUTPUT;OPTIONS. Without one, the macro asks.

argument = getArgument();
if (argument != "") {
	parts = split(argument + "; ", ";");
	if (parts.length < 3) exit("The argument has to be INPUT;OUTPUT;OPTIONS");
	input = parts[0];
	output = parts[1];
	options = parts[2];
}
else {
	input = File.openDialog("Image to enlarge");
	output = getString("Result", substring(input, 0, lastIndexOf(input, ".")) + "_x2.tif");
	options = getString("Options of Zero-Shot SR", "scale=2");
}
setBatchMode(true);
open(input);
run("Zero-Shot SR", options);
saveAs("Tiff", output);
print("Saved " + output + ", " + getWidth() + " x " + getHeight() + " pixels");
close("*");
setBatchMode(false);
