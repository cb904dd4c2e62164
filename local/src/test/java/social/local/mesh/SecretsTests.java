package social.local.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
		assertThat(Files.readString(keys)).matches("1 [A-Za-z0-9_-]{43}\\n2 [A-Za-z0-9_-]{43}\\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.getParent())))
			.isEqualTo("rwx------");
	}

	@Test
	void signsNextWithTheKeyThatAllKnow() throws IOException {
		Path file = secrets().passportKeys();
		List<String> before = Files.readAllLines(file);
		assertThat(secrets().rotatePassportKeys()).containsExactly("2", "3", "1");
		assertThat(Files.readAllLines(file)).contains(before.get(1), before.get(0));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThatExceptionOfType(Secrets.RotatedJustNow.class).isThrownBy(() -> secrets().rotatePassportKeys())
			.withMessageMatching("passport keys were changed just now: again in 9\\d s");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(93)));
		assertThat(secrets().rotatePassportKeys()).containsExactly("3", "4", "2");
	}

	@Test
	void letsProgramsKnowASecondKeyBeforeItSigns() throws IOException {
		Path file = secrets().passportKeys();
		Files.writeString(file, Files.readAllLines(file).getFirst() + "\n");
		assertThat(secrets().rotatePassportKeys()).containsExactly("1", "2");
		assertThat(secrets().rotatePassportKeys()).containsExactly("2", "3", "1");
	}

	private Secrets secrets() {
		return new Secrets(this.folder.resolve("secrets"));
	}

}
