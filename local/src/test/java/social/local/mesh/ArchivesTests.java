package social.local.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArchivesTests {

	@TempDir
	private Path folder;

	@Test
	void areLearntByAFewProgramsAtATime() {
		var archives = new Archives(true);
		assertThat(IntStream.range(0, 7).filter((i) -> !archives.flags(this.folder.resolve("absent-" + i)).isEmpty()))
			.hasSize(3);
	}

	@Test
	void areUsedWhereTheyAre() throws IOException {
		Path known = Files.createFile(this.folder.resolve("known.jsa"));
		var archives = new Archives(true);
		assertThat(IntStream.range(0, 7))
			.allSatisfy((i) -> assertThat(archives.flags(known)).contains("-XX:SharedArchiveFile=" + known));
	}

	@Test
	void beginWithWhatAnotherInstanceHasLearnt() throws IOException {
		Files.writeString(this.folder.resolve("known.jsa"), "classes");
		Path twin = this.folder.resolve("known-2.jsa");
		var archives = new Archives(true);
		assertThat(IntStream.range(0, 7))
			.allSatisfy((i) -> assertThat(archives.flags(twin)).contains("-XX:SharedArchiveFile=" + twin));
		assertThat(twin).hasContent("classes");
	}

	@Test
	void areLeftAloneByWhoeverWantsNone() {
		assertThat(new Archives(false).flags(this.folder.resolve("absent"))).isEmpty();
	}

}
