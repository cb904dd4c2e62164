package social.local.mesh;

/** How a part is. */
public enum State {

	/** It serves. */
	READY,

	/** It runs and does not serve, not yet or not now. */
	NOT_READY,

	/** It ended though nobody stopped it. */
	DEAD,

	/** It was never started, or stopped in order. */
	STOPPED;

	@Override
	public String toString() {
		return name().toLowerCase().replace('_', ' ');
	}

}
