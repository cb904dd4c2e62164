package social.local.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets are made once, each another, and nobody else reads them. */
class SecretsTests {

	@TempDir
	private Path folder;

	@Test
	void staysWhatItIs() {
		String password = secrets().password("redis");
		assertThat(password).hasSize(43).isEqualTo(secrets().password("redis"));
		assertThat(password).isNotEqualTo(secrets().password("postgres"));
	}

	@Test
	void isForItsOwnerAlone() throws IOException {
		Path keys = secrets().passportKeys();
		assertThat(Files.readString(keys)).matches("1 [A-Za-z0-9_-]{43}\\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.getParent())))
			.isEqualTo("rwx------");
	}

	private Secrets secrets() {
		return new Secrets(this.folder.resolve("secrets"));
	}

}
