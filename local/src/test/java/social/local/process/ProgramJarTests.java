package social.local.process;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A jar is looked for where the build leaves it. */
class ProgramJarTests {

	@TempDir
	private Path folder;

	@Test
	void saysWhatBuildsAJarThatIsMissing() {
		assertThatExceptionOfType(JarMissing.class).isThrownBy(() -> ProgramJar.of(this.folder.resolve("gateway")))
			.withMessageContaining("mvn -B -DskipTests package");
	}

}
