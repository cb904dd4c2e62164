package social.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's PostgreSQL with its data in a folder of ours. */
public final class PostgresProcess extends ServerProcess {

	private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

	private final Login login;

	private final List<String> settings;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 * @param settings {@code name=value}, over the server's defaults
	 */
	public PostgresProcess(Path folder, int port, Login login, String... settings) {
		super(folder, port);
		this.login = login;
		this.settings = List.of(settings);
	}

	/** Whether Debian's package is there. */
	public static boolean installed() {
		return Files.isDirectory(VERSIONS);
	}

	@Override
	Child launch() {
		Path data = folder().resolve("data");
		if (Files.notExists(data.resolve("PG_VERSION"))) {
			init(data);
		}
		var command = Privileges.commandNeverRoot(folder(), bin("postgres"), "-D", data.toString(), "-p",
				Integer.toString(port()), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
				"max_connections=200");
		this.settings.forEach((setting) -> command.addAll(List.of("-c", setting)));
		return Child.start("postgres", folder(), log(), Map.of(), command)
			.awaitLine("database system is ready to accept connections", Duration.ofSeconds(60));
	}

	/** Makes a database unless it is there. */
	public void createDatabase(String name) {
		Path script = file("createdb.sql",
				"SELECT 'CREATE DATABASE %1$s' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '%1$s')\\gexec\n"
					.formatted(name));
		Child
			.start("psql", folder(), folder().resolve("createdb.log"),
					Map.of("PGPASSWORD", this.login.password(), "HOME", folder().toString()),
					Privileges.commandNeverRoot(folder(), bin("psql"), "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p",
							Integer.toString(port()), "-U", this.login.user(), "-f", script.toString(), "postgres"))
			.await();
	}

	/** Ends the server's connections and then the server: a fast shutdown. */
	@Override
	public void stop() {
		stop("INT");
	}

	/** Stops a server that another process started. */
	public static void stop(ProcessHandle process) {
		Child.stop(process, "INT");
	}

	private void init(Path data) {
		Path password = file("password", this.login.password());
		Child.start("initdb", folder(), folder().resolve("initdb.log"), Map.of(),
				Privileges.commandNeverRoot(folder(), bin("initdb"), "-D", data.toString(), "-U", this.login.user(),
						"-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
			.await();
	}

	private Path file(String name, String content) {
		return Privileges.file(folder().resolve(name), content);
	}

	private static String bin(String program) {
		try (Stream<Path> versions = Files.list(VERSIONS)) {
			return versions.max(Comparator.comparing((version) -> Integer.parseInt(version.getFileName().toString())))
				.orElseThrow()
				.resolve("bin")
				.resolve(program)
				.toString();
		}
		catch (IOException ex) {
			throw new NotStarted("postgresql is not installed: " + VERSIONS + " is absent", ex);
		}
	}

}
