package social.local.mesh;

import java.nio.file.Path;
import java.util.List;

import social.local.process.Daemon;
import social.local.process.Jars;
import social.local.process.Log;

/** Makes the parts of a plan. */
final class Parts {

	private final Settings settings;

	private final Wiring wiring;

	private final Jars jars;

	private final Archives archives;

	Parts(Settings settings, Wiring wiring, Jars jars) {
		this.settings = settings;
		this.wiring = wiring;
		this.jars = jars;
		this.archives = new Archives(settings.archives());
	}

	List<Part> all() {
		return this.wiring.plan().places().stream().map(this::at).toList();
	}

	private Part at(Place place) {
		Path data = this.settings.home().resolve("data").resolve(place.name()).toAbsolutePath();
		Daemon daemon = daemon(place.name());
		return switch (place.name()) {
			case Plan.POSTGRES -> new Postgres(place, this.wiring, data, daemon);
			case Plan.REDIS -> new Redis(place, this.wiring, data, daemon);
			case Plan.RABBITMQ -> new Rabbit(place, this.wiring, data, daemon, daemon("epmd"));
			case Plan.PROMETHEUS -> new Prometheus(place, this.wiring, this.settings.repository(), data, daemon);
			default -> new Program(Service.of(place.name()).orElseThrow(), place, this.wiring, this.jars, daemon,
					new Log(this.settings.home().resolve("logs").resolve(place.name() + ".log")), this.archives);
		};
	}

	private Daemon daemon(String name) {
		return new Daemon(this.settings.home().resolve("run").resolve(name + ".pid"));
	}

}
