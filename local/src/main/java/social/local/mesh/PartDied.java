package social.local.mesh;

import social.local.process.Trouble;

/** A part ended though nobody stopped it. */
public class PartDied extends Trouble {

	private static final long serialVersionUID = 1L;

	/** A part whose log tells why. */
	public PartDied(Part part) {
		super("%s died: %s (log: %s)".formatted(part.name(), part.log().lastFault(), part.log().file()));
	}

}
