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

	/** To serve many, after a minute or two of warming up. */
	PEAK("-Xms64m", "-Xmx384m");

	// ten programs share the machine: with threads for all of its processors in each of
	// them, a sixth to a quarter of what a request costs is to wake one after the other
	private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xss512k",
			"-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseCompactObjectHeaders",
			"-Djdk.virtualThreadScheduler.parallelism=" + PROCESSORS, "-Dreactor.netty.ioWorkerCount=" + PROCESSORS);

	private final List<String> own;

	Tuning(String... own) {
		this.own = List.of(own);
	}

	/** The flags of such a JVM. */
	public List<String> flags() {
		return Stream.concat(COMMON.stream(), this.own.stream()).toList();
	}

}
