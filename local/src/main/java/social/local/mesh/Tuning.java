package social.local.mesh;

import java.util.List;
import java.util.stream.Stream;

/** What the JVMs of the programs are made for. */
public enum Tuning {

	/**
	 * To start soon and to stay small: the compiler that warms up at once, which has half
	 * the peak rate of the other. It compiles what was called fifty times, not two
	 * hundred: a few hundred clients who come back at once meet code that few have met.
	 */
	START("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.25", "-Xms24m", "-Xmx192m"),

	/**
	 * To serve many, after a minute or two of warming up. Both compilers take what was
	 * called a quarter as often as usual: what is asked for ten times a second would meet
	 * the second one after many minutes.
	 */
	PEAK("-XX:CompileThresholdScaling=0.25", "-Xms64m", "-Xmx384m");

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
	public List<String> flags() {
		return Stream.of(COMMON, CARRIERS, this.own).flatMap(List::stream).toList();
	}

}
