package social.local.command;

import social.local.drill.Roll;
import social.local.mesh.Progress;

/** Restarts or kills program after program in the running mesh, and counts what fails. */
record Rolling(Roll roll) implements Command {

	private static final int RATE = 200;

	private static final int MOST = 2_000;

	static Rolling of(Arguments arguments) {
		return new Rolling(new Roll((int) arguments.number("--rate", RATE, 1, MOST), arguments.flag("--kill")));
	}

	@Override
	public int run() {
		return this.roll.run(Running.mesh(Progress.SILENT), System.out) ? 0 : 1;
	}

}
