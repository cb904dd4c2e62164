package social.local.mesh;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import social.backing.Login;
import social.local.process.Daemon;
import social.local.process.Jars;
import social.local.process.Tree;
import social.local.process.Trouble;

/** The product on this machine, from its start to its end. */
public final class Mesh {

	private static final String PLAN = "run/plan";

	private final Path home;

	private final Wiring wiring;

	private final Jars jars;

	private final List<Part> parts;

	private final Progress progress;

	private final Launch launch;

	private final Daemon launcher;

	private Mesh(Settings settings, Plan plan, Progress progress) {
		this.home = settings.home();
		this.wiring = new Wiring(plan, new Secrets(this.home.resolve("secrets")));
		this.jars = new Jars(settings.repository(), this.home.resolve("cache"));
		this.parts = new Parts(settings, this.wiring, this.jars).all();
		this.progress = progress;
		this.launch = new Launch(progress);
		this.launcher = new Daemon(this.home.resolve("run/launcher.pid"));
	}

	/**
	 * A mesh to start, in place of the one that ran here before; what is left of that
	 * ends.
	 * @throws social.local.process.PortBusy if something else listens on a port that a
	 * person chose
	 */
	public static Mesh planned(Settings settings, Progress progress) {
		found(settings, Progress.SILENT).ifPresent(Mesh::stop);
		return new Mesh(settings, Plan.make(settings), progress);
	}

	/** The mesh that was started here, by whomever. */
	public static Optional<Mesh> found(Settings settings, Progress progress) {
		return Plan.read(settings.home().resolve(PLAN)).map((plan) -> new Mesh(settings, plan, progress));
	}

	/**
	 * Starts everything; returns when the gateway reaches every service.
	 * @throws Trouble if a part fails; the others are stopped then
	 */
	public void start() {
		try {
			this.wiring.plan().write(this.home.resolve(PLAN));
			this.parts.forEach((part) -> new Tree(this.wiring.instances(part.name())).delete());
			this.launcher.remember(ProcessHandle.current().pid());
			this.launch.run(this.parts);
			this.jars.prune();
			awaitRoutes();
		}
		catch (Trouble trouble) {
			stop();
			throw trouble;
		}
	}

	/** Returns when the gateway reaches every service. */
	public void awaitRoutes() {
		long begun = System.nanoTime();
		this.progress.starting("routes");
		new Routes(gateway(), this.wiring.secrets()).await();
		this.progress.ready("routes", Duration.ofNanos(System.nanoTime() - begun));
	}

	/** Stops everything in order; a start that goes on is ended. */
	public void stop() {
		this.launch.cancel();
		for (Stage stage : List.of(Stage.SERVICES, Stage.GATEWAY, Stage.DISCOVERY, Stage.SERVERS)) {
			try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
				this.parts.stream()
					.filter((part) -> part.stage() == stage && part.daemon().isMeant())
					.forEach((part) -> threads.submit(() -> stop(part)));
			}
		}
		this.launcher.forget();
	}

	/** Whether anything of it runs. */
	public boolean isUp() {
		return this.parts.stream().anyMatch((part) -> part.daemon().isAlive());
	}

	/** The parts that ended though nobody stopped them. */
	public List<Part> dead() {
		return this.parts.stream().filter((part) -> part.daemon().isDead()).toList();
	}

	/** The process that started the mesh and ends with it. */
	public Daemon launcher() {
		return this.launcher;
	}

	/**
	 * Stops a part and starts it again.
	 * @throws Trouble if it does not come up
	 */
	public void restart(String name) {
		stop(name);
		start(name);
	}

	/**
	 * Starts a part that is stopped or dead. Those that give way no longer do: it would
	 * take the processors from them.
	 * @throws Trouble if it does not come up
	 */
	public void start(String name) {
		giveWay(false);
		new Launch(this.progress).run(List.of(part(name)));
	}

	/** Stops a part. Those that give way no longer do, as it may have much to write. */
	public void stop(String name) {
		giveWay(false);
		stop(part(name));
	}

	/**
	 * Has the threads of all parts wait, once woken, for those that run; or no longer.
	 * @return false if the kernel refuses that
	 */
	public boolean giveWay(boolean gives) {
		return this.parts.stream().map((part) -> part.daemon().giveWay(gives)).reduce(true, Boolean::logicalAnd);
	}

	/** Forgets all data and secrets. */
	public void wipe() {
		for (String folder : List.of("run", "data", "secrets", "logs")) {
			new Tree(this.home.resolve(folder)).delete();
		}
	}

	/** All parts, servers first. */
	public List<Part> parts() {
		return this.parts;
	}

	/** The part of a name. */
	public Part part(String name) {
		return this.parts.stream()
			.filter((part) -> part.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NoSuchPart(name, this.parts.stream().map(Part::name).toList()));
	}

	/** Where clients come in. */
	public Gateway gateway() {
		String address = this.wiring.plan().address();
		boolean here = "127.0.0.1".equals(address) || "0.0.0.0".equals(address);
		return new Gateway("http://%s:%d".formatted(here ? "localhost" : address, part("gateway").place().port()));
	}

	/** Where Prometheus answers, if it watches the mesh. */
	public Optional<String> prometheus() {
		return this.parts.stream()
			.filter(Prometheus.class::isInstance)
			.map((part) -> "http://localhost:" + part.place().port())
			.findFirst();
	}

	/** A connection to the database of a service, as that service. */
	public Connection connect(String database) throws SQLException {
		Login login = this.wiring.ownerOfDatabase(database);
		return DriverManager.getConnection(this.wiring.jdbcUrl(database), login.user(), login.password());
	}

	/** The account of a server: of {@code redis} or {@code rabbitmq}. */
	public Login login(String server) {
		return this.wiring.owner(server);
	}

	/** What one more gateway has to be told, at other ports. */
	public Map<String, String> gatewayEnvironment(int port, int management) {
		return this.wiring.environment(Service.GATEWAY, new Place("gateway-0", port, management));
	}

	/** The gateway's program, with its libraries beside it. */
	public Path gatewayJar() {
		return this.jars.unpacked(Service.GATEWAY.module());
	}

	/** A folder for what a measurement needs. */
	public Path folder(String name) {
		return this.home.resolve(name).toAbsolutePath();
	}

	/** The file of the keys that sign passports. */
	public Path passportKeys() {
		return this.wiring.secrets().passportKeys();
	}

	/** Has another of them sign; answers their names, the one that signs first. */
	public List<String> rotatePassportKeys() {
		return this.wiring.secrets().rotatePassportKeys();
	}

	private void stop(Part part) {
		this.progress.stopping(part.name());
		part.stop();
		this.progress.stopped(part.name());
	}

}
