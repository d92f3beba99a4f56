package org.zeroshotsr.resize;

/** A kernel with the same profile along both axes. */
record SeparableKernel(Profile profile) implements Kernel {

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		return Resizes.resample(height, width, lowHeight, lowWidth, f.rows(), f.columns(), profile);
	}

	@Override
	public int reach(final Factor f) {
		return (int) Math.ceil(profile.radius() * Math.max(f.rows(), f.columns())) + 1;
	}

	@Override
	public boolean symmetric() {
		return true;
	}

	@Override
	public String toString() {
		return profile.name();
	}
}
