package social.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import social.backing.PrometheusProcess;
import social.local.process.Daemon;

/**
 * Prometheus, which asks all others how they are.
 *
 * @param repository where its rules are
 */
record Prometheus(Place place, Wiring wiring, Path repository, Path folder, Daemon daemon) implements ServerPart {

	@Override
	public void start() {
		var server = new PrometheusProcess(this.folder, this.place.port(), configuration());
		server.start();
		this.daemon.remember(server.pid());
	}

	@Override
	public void stop() {
		this.daemon.stop(PrometheusProcess::stop);
	}

	/**
	 * That of the containers with the addresses of this mesh, which has no proxy and no
	 * exporters.
	 */
	private String configuration() {
		Path source = this.repository.toAbsolutePath().normalize().resolve("observability/prometheus");
		Place discovery = this.wiring.plan().place(Service.DISCOVERY.id());
		Place rabbit = this.wiring.plan().place(Plan.RABBITMQ);
		try {
			return Files.readString(source.resolve("prometheus.yml"))
				.replace("rules/*.yml", source.resolve("rules") + "/*.yml")
				.replace("discovery:8761", "127.0.0.1:" + discovery.port())
				// which its user may not read
				.replace("password_file: /run/secrets/discovery.password",
						"password: " + this.wiring.owner(discovery.name()).password())
				.replace("discovery:9000", "127.0.0.1:" + discovery.management())
				.replace("rabbitmq:15692", "127.0.0.1:" + rabbit.management())
				.replaceAll("targets: \\[ \"(edge|[a-z-]*exporter):\\d+\" ]", "targets: []");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
