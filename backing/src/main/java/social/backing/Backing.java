package social.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The servers that the tests of one JVM share: each starts when first asked for and ends
 * with the JVM.
 * <p>
 * They are containers where an engine answers and holds the image, else private
 * processes; {@code -Dbacking=containers} or {@code -Dbacking=processes} decides by hand.
 */
public final class Backing {

	/** The account of every server here. */
	public static final Login LOGIN = new Login("otus", UUID.randomUUID().toString());

	private static final Path FOLDER = folder();

	private static final Map<String, Server> SERVERS = new HashMap<>();

	private Backing() {
	}

	/**
	 * PostgreSQL without its guard against power cuts, which costs tests a second each.
	 */
	public static Server postgres() {
		return server("postgres", Containers::postgres, (folder, port) -> new PostgresProcess(folder, port, LOGIN,
				"fsync=off", "synchronous_commit=off", "full_page_writes=off"));
	}

	/** Makes a database unless it is there. */
	public static synchronized void createDatabase(String name) {
		switch (postgres()) {
			case PostgresProcess process -> process.createDatabase(name);
			case Server container -> Containers.createDatabase(container, name);
		}
	}

	/** Redis. */
	public static Server redis() {
		return server("redis", Containers::redis, (folder, port) -> new RedisProcess(folder, port, LOGIN));
	}

	/** RabbitMQ. */
	public static Server rabbit() {
		return server("rabbit", Containers::rabbit, (folder, port) -> new RabbitProcess(folder, port, LOGIN));
	}

	/** A file with one passport key, as the mesh's set-up makes it. */
	public static Path passportKeys() {
		Path file = FOLDER.resolve("passport.keys");
		return Files.exists(file) ? file : Privileges.file(file, "test " + PassportKey.random() + "\n");
	}

	private static synchronized Server server(String name, Container container, Process process) {
		return SERVERS.computeIfAbsent(name, (absent) -> {
			int port = FreePort.find();
			Server server = Containers.available(name) ? container.on(port) : process.in(FOLDER.resolve(name), port);
			server.start();
			return server;
		});
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("otus-social-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(folder)));
			// the servers run as somebody else and have folders of their own in it
			folder.toFile().setExecutable(true, false);
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void clean(Path folder) {
		SERVERS.values().forEach(Server::close);
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Container {

		Server on(int port);

	}

	private interface Process {

		Server in(Path folder, int port);

	}

}
