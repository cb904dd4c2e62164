package social.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShareTests {

	@TempDir
	private Path folder;

	@Test
	void isToldAgainWhenTheKernelTakesNoWord() throws Exception {
		Path file = this.folder.resolve("autogroup");
		Files.createSymbolicLink(file, Path.of("/dev/full"));
		Thread telling = Thread.startVirtualThread(() -> new Share(file).weigh(10));
		await().until(() -> telling.getState() == Thread.State.TIMED_WAITING);
		let(file);
		telling.join();
		assertThat(file).hasContent("10");
	}

	@Test
	void isLeftAloneWhereThereIsNone() {
		Path file = this.folder.resolve("gone/autogroup");
		new Share(file).weigh(10);
		assertThat(file).doesNotExist();
	}

	/** Makes it a file that takes what it is told. */
	private void let(Path file) throws IOException {
		Files.move(Files.createFile(this.folder.resolve("open")), file, StandardCopyOption.ATOMIC_MOVE);
	}

}
