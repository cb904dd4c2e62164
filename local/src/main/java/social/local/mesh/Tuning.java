package social.local.mesh;

import java.util.List;

/** What the JVMs of the programs are made for. */
public enum Tuning {

	/**
	 * To start soon and to stay small: the compiler that warms up at once, which has half
	 * the peak rate of the other.
	 */
	START("-XX:TieredStopAtLevel=1", "-Xms24m", "-Xmx192m"),

	/** To serve many, after a minute or two of warming up. */
	PEAK("-Xms64m", "-Xmx384m");

	private final List<String> flags;

	Tuning(String... flags) {
		this.flags = List.of(flags);
	}

	List<String> flags() {
		return this.flags;
	}

}
