package social.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import social.local.process.Trouble;

/** Debian's HAProxy. */
final class Haproxy {

	private Haproxy() {
	}

	/**
	 * Where it is.
	 * @throws Missing if it is not installed
	 */
	static String program() {
		return Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/local/bin/haproxy")
			.filter((path) -> Files.isExecutable(Path.of(path)))
			.findFirst()
			.orElseThrow(Missing::new);
	}

	/** There is no HAProxy. */
	static class Missing extends Trouble {

		private static final long serialVersionUID = 1L;

		Missing() {
			super("no haproxy: apt-get install haproxy");
		}

	}

}
