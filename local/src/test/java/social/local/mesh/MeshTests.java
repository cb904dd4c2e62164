package social.local.mesh;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import social.local.process.JarMissing;
import social.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A start is whole or leaves nothing behind. */
class MeshTests {

	@TempDir
	private Path folder;

	@Test
	void stopsTheRestWhenAPartCannotStart() {
		Settings settings = Settings.isolated(this.folder.resolve("nothing-built"), this.folder.resolve("home"));
		Mesh mesh = Mesh.planned(settings, Progress.SILENT);
		assertThatExceptionOfType(JarMissing.class).isThrownBy(mesh::start);
		assertThat(mesh.isUp()).isFalse();
		assertThat(mesh.parts()).allMatch((part) -> part.state() == State.STOPPED)
			.allMatch((part) -> Ports.isFree(part.place().port()));
	}

	@Test
	void knowsItsPartsByName() {
		Mesh mesh = Mesh.planned(Settings.isolated(this.folder, this.folder.resolve("home")), Progress.SILENT);
		assertThat(mesh.part("redis").place().port()).isPositive();
		assertThatExceptionOfType(NoSuchPart.class).isThrownBy(() -> mesh.part("radish"))
			.withMessageContaining("radish (expected: postgres, redis, ");
	}

}
