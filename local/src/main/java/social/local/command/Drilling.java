package social.local.command;

import java.util.List;
import java.util.Optional;

import social.local.drill.Drill;
import social.local.drill.Fault;
import social.local.drill.MeshEndsWithPart;
import social.local.mesh.Mesh;
import social.local.mesh.Progress;

/**
 * Proves in the running mesh, or in one behind another endpoint, that it survives the
 * loss of its parts.
 *
 * @param faults what goes wrong in the running mesh
 * @param strikes what goes wrong in the other, in the words of a shell
 */
record Drilling(Drill drill, List<String> faults, Fault.Cuts cuts, Optional<String> endpoint,
		List<String> strikes) implements Command {

	private static final int WRITES = 10_000;

	private static final int MOST_WRITES = 1_000_000;

	private static final int SOCKETS = 90;

	private static final int MOST_SOCKETS = 2_000;

	// as many as they can
	private static final int MOST_RATE = 100_000;

	private static final int CUTS = 1_000;

	private static final int MOST_CUTS = 100_000;

	static Drilling of(Arguments arguments) {
		List<Long> seeds = arguments.options("--seed")
			.stream()
			.map((seed) -> Arguments.number("--seed", seed, 0, Integer.MAX_VALUE))
			.toList();
		int writes = (int) arguments.number("--writes", WRITES, 1, MOST_WRITES);
		int sockets = (int) arguments.number("--sockets", SOCKETS, 1, MOST_SOCKETS);
		int rate = (int) arguments.number("--rate", MOST_RATE, 1, MOST_RATE);
		var cuts = new Fault.Cuts((int) arguments.number("--cuts", CUTS, 1, MOST_CUTS));
		List<String> faults = arguments.options("--fault");
		faults.forEach(Drilling::check);
		Optional<String> endpoint = arguments.option("--endpoint");
		List<String> strikes = arguments.options("--strike");
		if (endpoint.isPresent() == strikes.isEmpty() || endpoint.isPresent() && !faults.isEmpty()) {
			throw new WrongUsage("--endpoint goes with --strike, and without --fault");
		}
		return new Drilling(new Drill(seeds.isEmpty() ? List.of(1L) : seeds, writes, sockets, rate),
				faults.isEmpty() ? Fault.NAMES : faults, cuts, endpoint, strikes);
	}

	@Override
	public int run() {
		if (this.endpoint.isPresent()) {
			List<Fault> faults = this.strikes.stream().<Fault>map(Fault.Command::new).toList();
			return this.drill.run(this.endpoint.get(), faults, System.out) ? 0 : 1;
		}
		Mesh mesh = Running.mesh(Progress.SILENT);
		MeshEndsWithPart.check(mesh);
		List<Fault> faults = this.faults.stream().map((name) -> fault(name, mesh)).toList();
		return this.drill.run(mesh.gateway().endpoint(), faults, System.out) ? 0 : 1;
	}

	private Fault fault(String name, Mesh mesh) {
		return name.equals(Fault.Cuts.NAME) ? this.cuts : Fault.of(name, mesh);
	}

	private static void check(String fault) {
		if (!fault.equals(Fault.Cuts.NAME) && !Fault.NAMES.contains(fault)) {
			throw new WrongUsage("--fault: no fault is named " + fault);
		}
	}

}
