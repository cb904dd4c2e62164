package social.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Debian's Prometheus with its data in a folder of ours. */
public final class PrometheusProcess extends ServerProcess {

	private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

	private final String configuration;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 * @param configuration whom it asks, in YAML
	 */
	public PrometheusProcess(Path folder, int port, String configuration) {
		super(folder, port);
		this.configuration = configuration;
	}

	/** Whether Debian's package is there. */
	public static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	@Override
	Child launch() {
		Path file = Privileges.file(folder().resolve("prometheus.yml"), this.configuration);
		return Child.start("prometheus", folder(), log(), Map.of(),
				Privileges.command(folder(), PROGRAM.toString(), "--config.file=" + file.toAbsolutePath(),
						"--storage.tsdb.path=" + folder().resolve("data").toAbsolutePath(),
						"--storage.tsdb.retention.size=512MB", "--web.listen-address=127.0.0.1:" + port(),
						"--log.level=warn"))
			.awaitPort(port(), Duration.ofSeconds(20));
	}

	/** Stops a server that another process started. */
	public static void stop(ProcessHandle process) {
		Child.stop(process, "TERM");
	}

}
