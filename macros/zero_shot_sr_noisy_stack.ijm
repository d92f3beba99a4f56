// Enlarges a stack slice by slice with Zero-Shot SR, each with the noise that is measured in it, for stacks whose noise
// changes with depth or time. (Where it does not, noise=auto on the whole stack measures it once.)
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
	Roi.remove;
	Image.copy;
	newImage("slice", "" + bitDepth() + "-bit black", width, height, 1);
	slice = getImageID();
	setVoxelSize(pixelWidth, pixelHeight, depth, unit);
	Image.paste(0, 0);
	Roi.remove;
	run("Zero-Shot SR", options + " noise=auto");
	enlarged = getImageID();
	record = getMetadata("Info");
	print("Slice " + i + ": " + substring(record, indexOf(record, "RUN Zero-Shot SR")));
	if (result == 0) {
		newImage("result", "" + bitDepth() + "-bit black", getWidth(), getHeight(), 1, slices, frames);
		result = getImageID();
		setVoxelSize(pixelWidth * width / getWidth(), pixelHeight * height / getHeight(), depth, unit);
	}
	selectImage(enlarged);
	Image.copy;
	selectImage(result);
	setSlice(i);
	Image.paste(0, 0);
	Roi.remove;
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
