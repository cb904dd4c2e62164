package social.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Debian's Redis with its data in a folder of ours. */
public final class RedisProcess extends ServerProcess {

	private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

	private final Login login;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 * @param login only the password counts: Redis has one user
	 */
	public RedisProcess(Path folder, int port, Login login) {
		super(folder, port);
		this.login = login;
	}

	/** Whether Debian's package is there. */
	public static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	@Override
	Child launch() {
		return Child
			.start("redis", folder(), log(), Map.of(),
					Privileges.command(folder(), PROGRAM.toString(), settings().toString()))
			.awaitLine("Ready to accept connections", Duration.ofSeconds(20));
	}

	/** Stops a server that another process started. */
	public static void stop(ProcessHandle process) {
		Child.stop(process, "TERM");
	}

	// a file and not words of the command, which everybody on the machine can read; the
	// memory is that of compose/redis.conf
	private Path settings() {
		return Privileges.file(folder().resolve("redis.conf"), """
				port %d
				bind 127.0.0.1
				dir %s
				requirepass %s
				appendonly yes
				save ""
				maxmemory 256mb
				maxmemory-policy volatile-lru
				""".formatted(port(), folder().toAbsolutePath(), this.login.password()));
	}

}
