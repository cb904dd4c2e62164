package social.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The private processes keep their data and leave nothing behind. */
class ProcessTests {

	private final Login login = new Login("otus", "secret");

	@TempDir
	private Path folder;

	@Test
	void postgresKeepsItsDatabasesOverAStop() throws SQLException {
		try (var postgres = new PostgresProcess(this.folder.resolve("pg"), FreePort.find(), this.login)) {
			postgres.start();
			postgres.createDatabase("posts");
			postgres.createDatabase("posts");
			postgres.stop();
			postgres.start();
			try (var connection = DriverManager
				.getConnection("jdbc:postgresql://127.0.0.1:%d/posts".formatted(postgres.port()), "otus", "secret")) {
				assertThat(connection.isValid(1)).isTrue();
			}
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager
				.getConnection("jdbc:postgresql://127.0.0.1:%d/posts".formatted(postgres.port()), "otus", "wrong"));
		}
	}

	@Test
	void redisAnswersOnlyWithItsPassword() throws IOException {
		try (var redis = new RedisProcess(this.folder.resolve("redis"), FreePort.find(), this.login)) {
			redis.start();
			assertThat(say(redis, "PING\r\n")).startsWith("-NOAUTH");
			assertThat(say(redis, "AUTH secret\r\n")).startsWith("+OK");
		}
	}

	@Test
	void redisDropsWhatNobodyReadsRatherThanGrow() throws IOException {
		try (var redis = new RedisProcess(this.folder.resolve("redis"), FreePort.find(), this.login)) {
			redis.start();
			assertThat(say(redis, "AUTH secret\r\nCONFIG GET maxmemory\r\n")).contains("268435456");
			assertThat(say(redis, "AUTH secret\r\nCONFIG GET maxmemory-policy\r\n")).contains("volatile-lru");
		}
	}

	@Test
	void rabbitComesBackOnItsPortAndEndsWithItsPortMapper() {
		var rabbit = new RabbitProcess(this.folder.resolve("rabbit"), FreePort.find(), this.login);
		rabbit.start();
		rabbit.stop();
		rabbit.start();
		long broker = rabbit.pid();
		long mapper = rabbit.portMapperPid();
		assertThat(ProcessHandle.of(broker).orElseThrow().info().command().orElseThrow()).contains("beam");
		rabbit.stop();
		assertThat(ProcessHandle.of(broker)).isEmpty();
		assertThat(ProcessHandle.of(mapper)).isEmpty();
	}

	@Test
	void aServerThatCannotStartSaysWhereToRead() {
		try (var first = new RedisProcess(this.folder.resolve("one"), FreePort.find(), this.login);
				var second = new RedisProcess(this.folder.resolve("two"), first.port(), this.login)) {
			first.start();
			assertThatExceptionOfType(NotStarted.class).isThrownBy(second::start).withMessageContaining("two/log");
		}
	}

	private static String say(Server server, String words) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			socket.getOutputStream().write(words.getBytes());
			byte[] answer = new byte[64];
			return new String(answer, 0, socket.getInputStream().read(answer));
		}
	}

}
