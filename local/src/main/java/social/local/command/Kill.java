package social.local.command;

import social.local.mesh.Progress;

/** Ends a part at once, as a crash would. */
record Kill(String name) implements Command {

	@Override
	public int run() {
		Running.mesh(Progress.SILENT).part(this.name).daemon().kill();
		return 0;
	}

}
