package social.local.mesh;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import social.local.process.Daemon;
import social.local.process.Jars;
import social.local.process.Log;

/** One instance of a service: a JVM. */
record Program(Service service, Place place, Wiring wiring, Jars jars, Daemon daemon, Log log,
		Archives archives) implements Part {

	private static final List<String> FLAGS = List.of("-XX:+ExitOnOutOfMemoryError", "-Xlog:disable",
			"-Xlog:all=error:stderr");

	// writing the archive takes some seconds, of all programs at once on few cores
	private static final Duration GRACE = Duration.ofSeconds(60);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	@Override
	public Stage stage() {
		return this.service.stage();
	}

	@Override
	public void prepare() {
		this.jars.unpacked(this.service.module());
	}

	@Override
	public void start() {
		Path jar = this.jars.unpacked(this.service.module());
		var command = new ArrayList<>(List.of(Jars.java()));
		command.addAll(FLAGS);
		command.addAll(this.wiring.plan().tuning().flags(this.service));
		// one file for each instance: two JVMs would spoil a shared one
		command.addAll(this.archives.flags(jar.resolveSibling(name() + ".jsa")));
		command.addAll(List.of("-jar", jar.toString()));
		this.daemon.startModestly(command, this.wiring.environment(this.service, this.place), this.log);
	}

	@Override
	public boolean isReady() {
		URI readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(this.place.management()));
		try {
			return http
				.send(HttpRequest.newBuilder(readiness).timeout(TIMEOUT).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void settle() {
		this.daemon.claimShare(this.service.nice());
	}

	@Override
	public void stop() {
		// it has few requests left and perhaps an archive to write
		this.daemon.yieldShare();
		this.daemon.stop(GRACE);
	}

}
