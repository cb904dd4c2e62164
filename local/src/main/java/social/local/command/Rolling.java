package social.local.command;

import java.time.Duration;

import social.local.drill.Roll;
import social.local.mesh.Progress;

/** Restarts or kills program after program in the running mesh, and counts what fails. */
record Rolling(Roll roll) implements Command {

	private static final int RATE = 200;

	private static final int MOST = 2_000;

	private static final int PAUSE = 60;

	private static final int LONGEST_PAUSE = 3_600;

	static Rolling of(Arguments arguments) {
		var pause = Duration.ofSeconds(arguments.number("--pause", PAUSE, 0, LONGEST_PAUSE));
		return new Rolling(new Roll((int) arguments.number("--rate", RATE, 1, MOST), arguments.flag("--kill"), pause));
	}

	@Override
	public int run() {
		return this.roll.run(Running.mesh(Progress.SILENT), System.out) ? 0 : 1;
	}

}
