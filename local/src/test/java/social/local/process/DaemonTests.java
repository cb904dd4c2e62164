package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** A daemon is found again by its pid file, and only while it is itself. */
class DaemonTests {

	@TempDir
	private Path folder;

	private Daemon daemon;

	@BeforeEach
	void name() {
		this.daemon = new Daemon(this.folder.resolve("run/sleeper.pid"));
	}

	@AfterEach
	void end() {
		this.daemon.kill();
	}

	@Test
	void isFoundByAnotherLauncher() {
		start("exec sleep 60");
		var same = new Daemon(this.daemon.pidFile());
		assertThat(same.isAlive()).isTrue();
		assertThat(same.memory()).isPositive();
		same.stop(Duration.ofSeconds(10));
		assertThat(this.daemon.isAlive()).isFalse();
		assertThat(this.daemon.isDead()).isFalse();
	}

	@Test
	void isDeadWhenItEndsByItself() {
		start("exit 3");
		await().until(this.daemon::isDead);
	}

	@Test
	void endsWithItsChildrenWhenItDoesNotListen() {
		start("trap '' TERM; echo deaf; sleep 60 & wait; wait");
		await().until(() -> log().contains("deaf"));
		List<ProcessHandle> children = this.daemon.process().orElseThrow().descendants().toList();
		assertThat(children).isNotEmpty();
		this.daemon.stop(Duration.ofMillis(100));
		assertThat(children).noneMatch((child) -> Vitals.of(child.pid()).isPresent());
	}

	@Test
	void isNotAnotherProcessOfTheSameNumber() throws IOException {
		Files.createDirectories(this.daemon.pidFile().getParent());
		Files.writeString(this.daemon.pidFile(), ProcessHandle.current().pid() + " 1");
		assertThat(this.daemon.isAlive()).isFalse();
		assertThat(this.daemon.isDead()).isTrue();
	}

	@Test
	void keepsTheLogOfTheStartBefore() {
		start("echo one");
		await().until(() -> log().contains("one"));
		start("echo two");
		await().until(() -> log().contains("two"));
		assertThat(this.folder.resolve("log.1")).hasContent("one");
	}

	@Test
	void leavesTheProcessorsToOthersUnlessItClaimsItsShare() throws IOException {
		this.daemon.startModestly(List.of("sleep", "60"), Map.of(), new Log(this.folder.resolve("log")));
		Path share = Path.of("/proc/%d/autogroup".formatted(this.daemon.process().orElseThrow().pid()));
		assumeThat(share).exists();
		await().untilAsserted(() -> assertThat(share).content().endsWith("nice 10\n"));
		this.daemon.claimShare(0);
		assertThat(share).content().endsWith("nice 0\n");
		this.daemon.yieldShare();
		assertThat(share).content().endsWith("nice 10\n");
	}

	@Test
	void givesWayWithItsChildrenUntilItNoLongerDoes() {
		assumeThat(said("chrt", "--batch", "0", "echo", "allowed")).contains("allowed");
		start("sleep 60 & wait");
		ProcessHandle parent = this.daemon.process().orElseThrow();
		await().until(() -> parent.children().count() == 1);
		List<ProcessHandle> family = Stream.concat(Stream.of(parent), parent.children()).toList();
		assertThat(this.daemon.giveWay(true)).isTrue();
		assertThat(family).allMatch((process) -> policy(process).contains("SCHED_BATCH"));
		assertThat(this.daemon.giveWay(false)).isTrue();
		assertThat(family).allMatch((process) -> policy(process).contains("SCHED_OTHER"));
	}

	private static String policy(ProcessHandle process) {
		return said("chrt", "--pid", Long.toString(process.pid()));
	}

	private void start(String script) {
		this.daemon.start(List.of("sh", "-c", script), Map.of(), new Log(this.folder.resolve("log")));
	}

	private static String said(String... command) {
		try (var reader = new ProcessBuilder(command).redirectErrorStream(true).start().inputReader()) {
			return reader.lines().collect(Collectors.joining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String log() throws IOException {
		return Files.readString(this.folder.resolve("log"));
	}

}
