package social.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import social.backing.PassportKey;

/** What only this mesh knows: made at the first need, for its owner's eyes alone. */
public record Secrets(Path folder) {

	/** The password of a server or of a database. */
	public synchronized String password(String name) {
		return read(name).orElseGet(() -> write(name, PassportKey.random()));
	}

	/** The file of the keys that sign passports. */
	synchronized Path passportKeys() {
		String name = "passport.keys";
		read(name).orElseGet(() -> write(name, "1 " + PassportKey.random()));
		return this.folder.resolve(name).toAbsolutePath();
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
			Path file = this.folder.resolve(name);
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, secret + System.lineSeparator());
			return secret;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
