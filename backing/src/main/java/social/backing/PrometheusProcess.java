package social.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Debian's Prometheus with its data in a folder of ours. */
public final class PrometheusProcess implements Server {

	private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

	private final Path folder;

	private final int port;

	private final String configuration;

	private @Nullable Child child;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 * @param configuration whom it asks, in YAML
	 */
	public PrometheusProcess(Path folder, int port, String configuration) {
		this.folder = Privileges.folder(folder);
		this.port = port;
		this.configuration = configuration;
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
		Path file = Privileges.file(this.folder.resolve("prometheus.yml"), this.configuration);
		this.child = Child.start("prometheus", this.folder, this.folder.resolve("log"), Map.of(),
				Privileges.command(this.folder, PROGRAM.toString(), "--config.file=" + file.toAbsolutePath(),
						"--storage.tsdb.path=" + this.folder.resolve("data").toAbsolutePath(),
						"--storage.tsdb.retention.size=512MB", "--web.listen-address=127.0.0.1:" + this.port,
						"--log.level=warn"))
			.awaitPort(this.port, Duration.ofSeconds(20));
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

}
