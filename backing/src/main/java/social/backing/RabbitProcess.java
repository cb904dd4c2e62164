package social.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Debian's RabbitMQ with its data in a folder of ours, and with a port mapper of its own.
 */
public final class RabbitProcess extends ServerProcess {

	// Debian's wrapper in /usr/sbin insists on the user rabbitmq and on /var/lib
	private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

	// it shares the machine: a message passes many processes of Erlang, and each second
	// scheduler is one more thread to wake
	private static final int SCHEDULERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	private final Login login;

	private final int metrics;

	private @Nullable Child portMapper;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent; the broker's name comes from
	 * the port, so a folder goes with one port
	 */
	public RabbitProcess(Path folder, int port, Login login) {
		this(folder, port, login, 0);
	}

	/**
	 * Not yet started.
	 * @param metrics the port where it tells how it is; 0 if it does not
	 */
	public RabbitProcess(Path folder, int port, Login login, int metrics) {
		super(folder, port);
		this.login = login;
		this.metrics = metrics;
	}

	/** Whether Debian's package is there. */
	public static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	/** The port mapper's process, to be stopped after the broker. */
	public long portMapperPid() {
		return Objects.requireNonNull(this.portMapper, "not started").pid();
	}

	@Override
	Child launch() {
		int mapperPort = FreePort.find();
		// left alone, the broker starts one that outlives it
		this.portMapper = Child
			.start("epmd", folder(), folder().resolve("epmd.log"), Map.of(),
					Privileges.command(folder(), "epmd", "-port", Integer.toString(mapperPort), "-address",
							"127.0.0.1"))
			.awaitPort(mapperPort, Duration.ofSeconds(10));
		try {
			return Child
				.start("rabbitmq", folder(), log(), environment(mapperPort),
						Privileges.command(folder(), PROGRAM.toString()))
				.awaitLine("Server startup complete", Duration.ofSeconds(90));
		}
		catch (NotStarted ex) {
			stopPortMapper();
			throw ex;
		}
	}

	@Override
	public void stop() {
		super.stop();
		stopPortMapper();
	}

	private void stopPortMapper() {
		if (this.portMapper != null) {
			this.portMapper.stop("TERM");
		}
	}

	/** Stops a broker or its port mapper that another process started. */
	public static void stop(ProcessHandle process) {
		Child.stop(process, "TERM");
	}

	private Map<String, String> environment(int mapperPort) {
		String home = folder().toAbsolutePath().toString();
		var environment = new HashMap<String, String>();
		environment.put("HOME", home);
		environment.put("LC_ALL", "C.UTF-8");
		environment.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
		environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
		environment.put("RABBITMQ_NODENAME", "otus-social-%d@localhost".formatted(port()));
		environment.put("RABBITMQ_DIST_PORT", Integer.toString(FreePort.find()));
		// the start script then becomes the broker instead of waiting for it: our signals
		// reach it
		environment.put("RABBITMQ_ALLOW_INPUT", "true");
		environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
				"-noinput -kernel inet_dist_use_interface {127,0,0,1} +S %1$d:%1$d".formatted(SCHEDULERS));
		// to no processor, which may be another program's just then
		environment.put("RABBITMQ_SCHEDULER_BIND_TYPE", "u");
		environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
		environment.put("RABBITMQ_CONFIG_FILE", file("rabbitmq.conf", """
				listeners.tcp.1 = 127.0.0.1:%d
				default_user = %s
				default_pass = %s
				vm_memory_high_watermark.absolute = 512MB
				disk_free_limit.absolute = 50MB
				%s""".formatted(port(), this.login.user(), this.login.password(), metrics())));
		environment.put("RABBITMQ_ENABLED_PLUGINS_FILE",
				file("enabled_plugins", (this.metrics > 0) ? "[rabbitmq_prometheus].\n" : "[].\n"));
		environment.put("RABBITMQ_MNESIA_BASE", home + "/mnesia");
		environment.put("RABBITMQ_LOG_BASE", home);
		environment.put("RABBITMQ_LOGS", "-");
		return environment;
	}

	private String metrics() {
		return (this.metrics > 0) ? """
				prometheus.tcp.ip = 127.0.0.1
				prometheus.tcp.port = %d
				prometheus.return_per_object_metrics = true
				""".formatted(this.metrics) : "";
	}

	private String file(String name, String content) {
		return Privileges.file(folder().resolve(name), content).toAbsolutePath().toString();
	}

}
