package social.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import social.backing.PassportKey;
import social.local.process.Trouble;

/** What only this mesh knows: made at the first need, for its owner's eyes alone. */
public record Secrets(Path folder) {

	private static final String PASSPORTS = "passport.keys";

	// made until two seconds later, used again for 20 s, good for 60 s and 10 s for the
	// clocks
	private static final Duration PASSPORT_LIFE = Duration.ofSeconds(92);

	/** The password of a server or of a database. */
	public synchronized String password(String name) {
		return read(name).orElseGet(() -> write(name, PassportKey.random()));
	}

	/** The file of the keys that sign passports. */
	synchronized Path passportKeys() {
		read(PASSPORTS).orElseGet(() -> write(PASSPORTS, key(1) + "\n" + key(2)));
		return this.folder.resolve(PASSPORTS).toAbsolutePath();
	}

	/**
	 * Has the second key sign, which all programs know by now, and puts a new one behind
	 * it; the one that signed until now can still be verified.
	 * @return the keys' names, the one that signs first
	 * @throws RotatedJustNow if passports of the last one may still be on their way
	 */
	synchronized List<String> rotatePassportKeys() {
		Path file = passportKeys();
		List<String> keys = read(PASSPORTS).orElseThrow().lines().toList();
		if (keys.size() == 1) {
			// of a version that made one: programs get to know the second before it signs
			write(PASSPORTS, keys.getFirst() + "\n" + key(number(keys.getFirst()) + 1));
			return names();
		}
		Duration age = age(file);
		if (keys.size() > 2 && age.compareTo(PASSPORT_LIFE) < 0) {
			throw new RotatedJustNow(PASSPORT_LIFE.minus(age));
		}
		int newest = keys.stream().mapToInt(Secrets::number).max().orElseThrow();
		write(PASSPORTS, String.join("\n", keys.get(1), key(newest + 1), keys.getFirst()));
		return names();
	}

	Optional<String> read(String name) {
		try {
			Path file = this.folder.resolve(name);
			return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized String write(String name, String secret) {
		try {
			Files.createDirectories(this.folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Path file = this.folder.resolve(name + ".new");
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, secret + System.lineSeparator());
			// at once: whoever reads it meanwhile has the old one whole
			Files.move(file, this.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			return secret;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> names() {
		return read(PASSPORTS).orElseThrow().lines().map((key) -> key.split(" ")[0]).toList();
	}

	private static String key(int number) {
		return number + " " + PassportKey.random();
	}

	private static int number(String key) {
		return Integer.parseInt(key.split(" ")[0]);
	}

	private static Duration age(Path file) {
		try {
			return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The last rotation was too short a time ago. */
	static class RotatedJustNow extends Trouble {

		private static final long serialVersionUID = 1L;

		RotatedJustNow(Duration rest) {
			super("passport keys were changed just now: again in %d s".formatted(rest.toSeconds() + 1));
		}

	}

}
