package social.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Debian's Redis with its data in a folder of ours. */
public final class RedisProcess implements Server {

	private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

	private final Path folder;

	private final int port;

	private final Login login;

	private @Nullable Child child;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 * @param login only the password counts: Redis has one user
	 */
	public RedisProcess(Path folder, int port, Login login) {
		this.folder = Privileges.folder(folder);
		this.port = port;
		this.login = login;
	}

	/** Whether Debian's package is there. */
	public static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	@Override
	public int port() {
		return this.port;
	}

	/** The server's process, to be found again by who did not start it. */
	public long pid() {
		return Objects.requireNonNull(this.child, "not started").pid();
	}

	@Override
	public void start() {
		this.child = Child
			.start("redis", this.folder, this.folder.resolve("log"), Map.of(),
					Privileges.command(this.folder, PROGRAM.toString(), settings().toString()))
			.awaitLine("Ready to accept connections", Duration.ofSeconds(20));
	}

	@Override
	public void stop() {
		if (this.child != null) {
			this.child.stop("TERM");
		}
	}

	/** Stops a server that another process started. */
	public static void stop(ProcessHandle process) {
		Child.stop(process, "TERM");
	}

	// a file and not words of the command, which everybody on the machine can read
	private Path settings() {
		return Privileges.file(this.folder.resolve("redis.conf"), """
				port %d
				bind 127.0.0.1
				dir %s
				requirepass %s
				appendonly yes
				save ""
				""".formatted(this.port, this.folder.toAbsolutePath(), this.login.password()));
	}

}
