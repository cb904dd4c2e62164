package social.local.command;

import social.local.mesh.Progress;

/**
 * Has the parts no longer interrupt each other whenever one wakes: more requests a
 * second, until a part is stopped or started.
 *
 * @param off whether they do it again
 */
record Batch(boolean off) implements Command {

	@Override
	public int run() {
		if (!Running.mesh(Progress.SILENT).giveWay(!this.off)) {
			System.err.println("mesh: the kernel refuses this scheduling class");
			return 1;
		}
		return 0;
	}

}
