package social.local.mesh;

import java.util.List;
import java.util.stream.Stream;

/** What the JVMs of the programs are made for. */
public enum Tuning {

	/**
	 * To start soon and to stay small: the compiler that warms up at once, which has half
	 * the peak rate of the other.
	 */
	START("-XX:TieredStopAtLevel=1", "-Xms24m", "-Xmx192m"),

	/** To serve many, after some minutes of warming up. */
	PEAK("-Xms64m", "-Xmx384m");

	// code is compiled that was called fifty times, not two hundred, and by the second
	// compiler after one thousand, not five: a few hundred clients who come back at once
	// meet code that few have met, and what is asked for ten times a second would be warm
	// after many minutes
	private static final String SOON = "-XX:CompileThresholdScaling=0.25";

	// ten programs share the machine: to wake one of many threads after the other costs a
	// sixth to a quarter of a request
	private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	// before it, a virtual thread that waits within a lock keeps its processor
	private static final int UNPINNED = 24;

	private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xss512k",
			"-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseCompactObjectHeaders",
			"-Dreactor.netty.ioWorkerCount=" + THREADS);

	private static final List<String> CARRIERS = (Runtime.version().feature() >= UNPINNED)
			? List.of("-Djdk.virtualThreadScheduler.parallelism=" + THREADS) : List.of();

	private final List<String> own;

	Tuning(String... own) {
		this.own = List.of(own);
	}

	/** The flags of such a JVM. */
	public List<String> flags(Service service) {
		// a gateway made for the peak warms itself up before it opens, and then has no
		// processor left for a compiler
		List<String> soon = (this == PEAK && service == Service.GATEWAY) ? List.of() : List.of(SOON);
		return Stream.of(COMMON, CARRIERS, soon, this.own).flatMap(List::stream).toList();
	}

}
