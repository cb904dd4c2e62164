package social.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import social.local.client.KeySet;
import social.local.mesh.Mesh;
import social.local.mesh.Service;
import social.local.mesh.Tuning;
import social.local.process.Daemon;
import social.local.process.Jars;
import social.local.process.Log;
import social.local.process.Ports;

/** Sets up what is compared, in a folder of its own. */
final class Contest implements AutoCloseable {

	private static final int ANSWER = 1_700;

	private final Mesh mesh;

	private final Path folder;

	private final int backend = Ports.pick();

	private final List<Contender> started = new ArrayList<>();

	Contest(Mesh mesh) {
		this.mesh = mesh;
		this.folder = mesh.folder("bench");
		Contender answers = haproxy("answers", this.backend, text("backend.cfg").formatted(this.backend,
				write("answer.json", "\"" + "x".repeat(ANSWER - 2) + "\"")));
		answers.start();
	}

	/** HAProxy first: the others are compared with it. */
	List<Contender> contenders() {
		return List.of(proxy(), ours(), stock());
	}

	@Override
	public void close() {
		this.started.reversed().forEach(Contender::stop);
	}

	private Contender proxy() {
		int port = Ports.pick();
		Path key = write("key.pem", KeySet.of(this.mesh.gateway().endpoint()).pem());
		return haproxy("HAProxy", port, text("proxy.cfg").formatted(port, key, this.backend));
	}

	/** It finds the server of answers as it would find services if Eureka were dead. */
	private Contender ours() {
		int port = Ports.pick();
		String users = "users-service 127.0.0.1:" + this.mesh.part("users-service").place().port();
		Path known = write("instances", users + "\nposts-service 127.0.0.1:" + this.backend);
		var environment = new HashMap<>(this.mesh.gatewayEnvironment(port, Ports.pick()));
		environment.put("GATEWAY_INSTANCE_FILE", known.toString());
		environment.put("EUREKA_CLIENT_ENABLED", "false");
		return contender("otus-social", port, java("-jar", this.mesh.gatewayJar().toString()), environment);
	}

	private Contender stock() {
		int port = Ports.pick();
		Path source = write("StockGateway.java", text("StockGateway.java"));
		return contender("stock Spring Cloud", port,
				java("--enable-native-access=ALL-UNNAMED", "-cp", this.mesh.gatewayJar().resolveSibling("lib") + "/*",
						source.toString(), "--server.port=" + port, "--server.address=127.0.0.1",
						"--eureka.client.enabled=false",
						"--keys=" + this.mesh.gateway().endpoint() + "/.well-known/jwks.json",
						"--spring.cloud.gateway.server.webflux.routes[0].id=posts",
						"--spring.cloud.gateway.server.webflux.routes[0].uri=http://127.0.0.1:" + this.backend,
						"--spring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/post/feed"),
				Map.of());
	}

	private Contender haproxy(String name, int port, String configuration) {
		Path file = write(name + ".cfg", configuration);
		return contender(name, port, List.of(Haproxy.program(), "-db", "-f", file.toString()), Map.of());
	}

	private Contender contender(String name, int port, List<String> command, Map<String, String> environment) {
		String file = name.replace(' ', '-').toLowerCase();
		var contender = new Contender(name, port, command, environment, new Daemon(this.folder.resolve(file + ".pid")),
				new Log(this.folder.resolve(file + ".log")));
		this.started.add(contender);
		return contender;
	}

	private Path write(String name, String text) {
		try {
			Files.createDirectories(this.folder);
			return Files.writeString(this.folder.resolve(name), text + "\n").toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String name) {
		try (InputStream stream = Objects.requireNonNull(Contest.class.getResourceAsStream("/bench/" + name))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As those of a mesh that is to serve many. */
	private static List<String> java(String... words) {
		var command = new ArrayList<>(List.of(Jars.java()));
		command.addAll(Tuning.PEAK.flags(Service.GATEWAY));
		command.addAll(List.of(words));
		return command;
	}

}
