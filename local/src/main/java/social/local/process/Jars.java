package social.local.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The programs of the repository, unpacked when they are first needed. */
public final class Jars {

	private final Path repository;

	private final Path cache;

	private final Map<String, Path> unpacked = new ConcurrentHashMap<>();

	public Jars(Path repository, Path cache) {
		this.repository = repository.toAbsolutePath();
		this.cache = cache.toAbsolutePath();
	}

	/** The JVM of this launcher, which runs the programs too. */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** The jar of a module as it runs fastest: small, with its libraries beside it. */
	public Path unpacked(String module) {
		return this.unpacked.computeIfAbsent(module,
				(name) -> ProgramJar.of(this.repository.resolve(name)).unpack(this.cache));
	}

	/** Removes what older builds left; nothing of them may run. */
	public void prune() {
		this.unpacked.forEach((module, jar) -> new Tree(this.cache.resolve(module)).deleteAllBut(jar::startsWith));
	}

}
