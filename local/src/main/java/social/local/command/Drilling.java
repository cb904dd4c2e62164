package social.local.command;

import java.util.List;

import social.local.drill.Drill;
import social.local.drill.Fault;
import social.local.mesh.Progress;

/** Proves in the running mesh that it survives the loss of its parts. */
record Drilling(Drill drill) implements Command {

	private static final int WRITES = 10_000;

	private static final int MOST_WRITES = 1_000_000;

	private static final int SOCKETS = 90;

	private static final int MOST_SOCKETS = 2_000;

	private static final int CUTS = 1_000;

	private static final int MOST_CUTS = 100_000;

	static Drilling of(Arguments arguments) {
		List<Long> seeds = arguments.options("--seed")
			.stream()
			.map((seed) -> Arguments.number("--seed", seed, 0, Integer.MAX_VALUE))
			.toList();
		int writes = (int) arguments.number("--writes", WRITES, 1, MOST_WRITES);
		int sockets = (int) arguments.number("--sockets", SOCKETS, 1, MOST_SOCKETS);
		var cuts = new Fault.Cuts((int) arguments.number("--cuts", CUTS, 1, MOST_CUTS));
		List<Fault> faults = arguments.options("--fault").stream().map((name) -> fault(name, cuts)).toList();
		return new Drilling(new Drill(seeds.isEmpty() ? List.of(1L) : seeds, writes, sockets,
				faults.isEmpty() ? Fault.ALL : faults));
	}

	@Override
	public int run() {
		return this.drill.run(Running.mesh(Progress.SILENT), System.out) ? 0 : 1;
	}

	private static Fault fault(String name, Fault.Cuts cuts) {
		return name.equals(cuts.name()) ? cuts
				: Fault.of(name).orElseThrow(() -> new WrongUsage("--fault: no fault is named " + name));
	}

}
