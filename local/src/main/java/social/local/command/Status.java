package social.local.command;

import social.local.mesh.Mesh;
import social.local.mesh.Part;
import social.local.mesh.Progress;
import social.local.mesh.Settings;
import social.local.mesh.State;

/** Tells what runs where, how well and with how much memory. */
record Status() implements Command {

	private static final long MEGABYTE = 1024 * 1024;

	@Override
	public int run() {
		return Mesh.found(Settings.defaults(), Progress.SILENT).map(Status::print).orElseGet(() -> {
			System.out.println("The mesh was never started here.");
			return 1;
		});
	}

	private static int print(Mesh mesh) {
		System.out.printf("%-20s %7s %5s  %-9s %9s%n", "name", "pid", "port", "state", "memory MB");
		boolean ready = true;
		long memory = 0;
		for (Part part : mesh.parts()) {
			State state = part.state();
			long bytes = part.daemon().memory();
			System.out.printf("%-20s %7s %5d  %-9s %9d%n", part.name(),
					part.daemon().process().map((process) -> Long.toString(process.pid())).orElse("-"),
					part.place().port(), state, bytes / MEGABYTE);
			ready &= state == State.READY;
			memory += bytes;
		}
		System.out.printf("%-44s %9d%n%s%n", "", memory / MEGABYTE, mesh.gateway().endpoint());
		return ready ? 0 : 1;
	}

}
