// Enlarges a stack slice by slice with Zero-Shot SR, each with the noise that is measured in it (J. Immerkaer, Fast noise
// variance estimation, Computer Vision and Image Understanding 64, 1996), for stacks whose noise changes with depth or time.
//
// Without a display, from the folder of Fiji:
//   ./fiji --headless --console -macro zero_shot_sr_noisy_stack.ijm "/data/stack.tif;/data/stack_x2.tif;scale=2"
// and from the folder of ImageJ without Fiji (on Linux with a virtual display, xvfb-run, as ImageJ needs one):
//   xvfb-run -a java -jar ij.jar -batch macros/zero_shot_sr_noisy_stack.ijm "/data/stack.tif;/data/stack_x2.tif;scale=2"
// Files with their folders, as here. The argument is INPUT;OUTPUT;OPTIONS, the options without noise. Without one, the
// macro asks.

argument = getArgument();
if (argument != "") {
	parts = split(argument + "; ", ";");
	if (parts.length < 3) exit("The argument has to be INPUT;OUTPUT;OPTIONS");
	input = parts[0];
	output = parts[1];
	options = parts[2];
}
else {
	input = File.openDialog("Stack to enlarge");
	output = getString("Result", substring(input, 0, lastIndexOf(input, ".")) + "_x2.tif");
	options = getString("Options of Zero-Shot SR, without noise", "scale=2");
}
setBatchMode(true);
open(input);
stack = getImageID();
Stack.getDimensions(width, height, channels, slices, frames);
if (channels > 1 || bitDepth() == 24) exit("This macro takes grey stacks; use Image > Color > Split Channels first");
getVoxelSize(pixelWidth, pixelHeight, depth, unit);
getMinAndMax(min, max);
result = 0;
count = slices * frames;
for (i = 1; i <= count; i++) {
	showProgress(i - 1, count);
	selectImage(stack);
	setSlice(i);
	label = getMetadata("Label");
	run("Select None");
	run("Duplicate...", "title=slice");
	slice = getImageID();
	sigma = noise();
	selectImage(slice);
	run("Zero-Shot SR", options + " noise=gaussian:" + d2s(sigma, 4));
	enlarged = getImageID();
	print("Slice " + i + ": noise of " + d2s(sigma, 2) + " grey levels");
	if (result == 0) {
		newImage("result", "" + bitDepth() + "-bit black", getWidth(), getHeight(), 1, slices, frames);
		result = getImageID();
		setVoxelSize(pixelWidth * width / getWidth(), pixelHeight * height / getHeight(), depth, unit);
	}
	selectImage(enlarged);
	run("Select All");
	run("Copy");
	selectImage(result);
	setSlice(i);
	run("Paste");
	run("Select None");
	setMetadata("Label", label);
	selectImage(enlarged);
	close();
	selectImage(slice);
	close();
}
selectImage(result);
setMinAndMax(min, max);
saveAs("Tiff", output);
print("Saved " + output + ", " + getWidth() + " x " + getHeight() + " pixels, " + nSlices + " slices");
close("*");
setBatchMode(false);

// Standard deviation of the noise in the active image, in grey levels.
function noise() {
	run("Duplicate...", "title=noise");
	run("32-bit");
	run("Convolve...", "text1=[1 -2 1\n-2 4 -2\n1 -2 1\n]");
	run("Abs");
	getStatistics(area, mean);
	close();
	return mean * sqrt(PI / 2) / 6;
}
