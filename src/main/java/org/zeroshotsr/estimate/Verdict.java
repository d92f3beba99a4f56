package org.zeroshotsr.estimate;

/**
 * What a plane's result is estimated to be worth, without knowing the truth. Errors are root mean squares, those of a noisy
 * plane by {@link Sure}, each of "enlarge, then shrink" against the plane without its noise; NaN for a plane without noise,
 * where there is nothing to tell such errors by.
 *
 * @param network  error of the network's result; NaN where nothing was learnt
 * @param own      the same, shrunk by the kernel that the network was trained for instead of bicubic
 * @param bicubic  error of bicubic enlargement
 * @param blurred  error of bicubic enlargement after the best Gaussian
 * @param sigma    of that Gaussian, in pixels of the plane; 0 for none
 * @param heldOut  dB by which the network is nearer than bicubic enlargement to pixels that both never saw ({@link HeldOut});
 *                 NaN where nothing was learnt
 * @param simple   whether the bicubic enlargement after the Gaussian was returned, instead of the network's result
 */
public record Verdict(double network, double own, double bicubic, double blurred, double sigma, double heldOut,
	boolean simple)
{

	/**
	 * An error has to be so much larger to be larger: noise that is measured a little wrong makes it wrong by as much
	 * (docs/measurements.md).
	 */
	private static final double MARGIN = 1.15;

	/** Whether errors can be told, as the plane is noisy. */
	public boolean noisy() {
		return !Double.isNaN(bicubic);
	}

	/** Whether the network's result is estimated to be further from the truth than the simple one, by both kernels. */
	public boolean worse() {
		return noisy() && !(Math.min(network, own) <= MARGIN * blurred);
	}

	/** Whether errors are known relative to each other: not where the plane has less noise than was measured in all. */
	public boolean told() {
		return noisy() && bicubic > 0 && Math.max(network, blurred) > 0;
	}

	/** The network's error relative to bicubic's, or where the simple result was returned that one's; see {@link #told}. */
	public double relative() {
		return (simple ? blurred : network) / bicubic;
	}

	/** The same with another decision. */
	public Verdict returning(final boolean simpler) {
		return new Verdict(network, own, bicubic, blurred, sigma, heldOut, simpler);
	}

	/** The same with errors in other units. */
	public Verdict times(final double size) {
		return new Verdict(size * network, size * own, size * bicubic, size * blurred, sigma, heldOut, simple);
	}
}
