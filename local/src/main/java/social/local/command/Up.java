package social.local.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import social.local.mesh.Mesh;
import social.local.mesh.Part;
import social.local.mesh.PartDied;
import social.local.mesh.Plan;
import social.local.mesh.Progress;
import social.local.mesh.Service;
import social.local.mesh.Settings;
import social.local.mesh.Tuning;

/**
 * Starts everything and tells how to use it.
 *
 * @param detached whether the mesh outlives the command
 */
record Up(Settings settings, boolean detached) implements Command {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int MOST_INSTANCES = 16;

	private static final int LAST_PORT = 65_535;

	static Up of(Arguments arguments) {
		Settings settings = Settings.defaults();
		for (String scale : arguments.options("--scale")) {
			String[] pair = pair("--scale", scale);
			Service service = Service.of(pair[0])
				.filter((known) -> known.canScale() && known.id().equals(pair[0]))
				.orElseThrow(() -> new WrongUsage("--scale: %s does not scale".formatted(pair[0])));
			settings = settings.scale(service, (int) Arguments.number("--scale", pair[1], 1, MOST_INSTANCES));
		}
		for (String port : arguments.options("--port")) {
			String[] pair = pair("--port", port);
			if (!Plan.knows(pair[0])) {
				throw new WrongUsage("--port: no part is named " + pair[0]);
			}
			settings = settings.port(pair[0], (int) Arguments.number("--port", pair[1], 1, LAST_PORT));
		}
		settings = arguments.option("--listen").map(settings::address).orElse(settings);
		settings = arguments.flag("--peak") ? settings.tuning(Tuning.PEAK) : settings;
		settings = arguments.flag("--observability") ? settings.observed(true) : settings;
		return new Up(settings, arguments.flag("-d"));
	}

	@Override
	public int run() {
		return Mesh.found(this.settings, Progress.SILENT).filter(Mesh::isUp).map(Up::alreadyUp).orElseGet(this::start);
	}

	private static int alreadyUp(Mesh mesh) {
		List<Part> dead = mesh.dead();
		System.out.println("The mesh runs already: " + mesh.gateway().endpoint());
		if (!dead.isEmpty()) {
			System.out.printf("Dead: %s (./mesh restart NAME, or ./mesh down)%n",
					dead.stream().map(Part::name).collect(Collectors.joining(", ")));
		}
		return dead.isEmpty() ? 0 : 1;
	}

	private int start() {
		Mesh mesh = Mesh.planned(this.settings, Lines.onScreen());
		var end = new Thread(mesh::stop, "stop");
		Runtime.getRuntime().addShutdownHook(end);
		mesh.start();
		System.out.println(Walk.at(mesh.gateway().endpoint()));
		mesh.prometheus().ifPresent((endpoint) -> System.out.println("Prometheus: " + endpoint));
		if (this.detached) {
			Runtime.getRuntime().removeShutdownHook(end);
			mesh.launcher().forget();
			return 0;
		}
		return watch(mesh);
	}

	private static int watch(Mesh mesh) {
		System.out.println("Ctrl-C stops the mesh.");
		while (mesh.dead().isEmpty()) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		throw new PartDied(mesh.dead().getFirst());
	}

	private static String[] pair(String option, String value) {
		String[] pair = value.split("=");
		if (pair.length != 2) {
			throw new WrongUsage("%s: %s (expected: NAME=NUMBER)".formatted(option, value));
		}
		return pair;
	}

}
