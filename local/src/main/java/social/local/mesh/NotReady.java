package social.local.mesh;

import social.local.process.Trouble;

/** A part did not come up. */
public class NotReady extends Trouble {

	private static final long serialVersionUID = 1L;

	NotReady(String message) {
		super(message);
	}

	NotReady(Part part, String what) {
		super("%s %s: %s (log: %s)".formatted(part.name(), what, part.log().lastFault(), part.log().file()));
	}

}
