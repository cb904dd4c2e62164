package social.dialogs.dialog;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class UnreadTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		write(3);
		assertThat(this.api.send(this.bob, this.ann, "4")).hasStatusOk();
		write(2);
	}

	@Test
	void countsWhatTheOtherWrote() {
		assertThat(unread(this.bob)).isEqualTo(5);
		assertThat(unread(this.ann)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, Long.MAX_VALUE })
	void dropsByWhatIsRead(long upTo) {
		read(this.bob, upTo);
		long ownIncluded = Math.min(upTo, 6);
		assertThat(unread(this.bob)).isEqualTo(5 - ownIncluded + ((upTo >= 4) ? 1 : 0));
		assertThat(unread(this.ann)).isEqualTo(1);
	}

	@Test
	void neverMovesBack() {
		read(this.bob, 5);
		read(this.bob, 2);
		assertThat(unread(this.bob)).isEqualTo(1);
	}

	@Test
	void countsWhatComesAfterEverythingWasRead() {
		read(this.bob, 1000);
		write(2);
		assertThat(unread(this.bob)).isEqualTo(2);
	}

	@Test
	void isRightWhilePeopleWriteAndReadAtOnce() throws Exception {
		try (var clients = Executors.newFixedThreadPool(8)) {
			var work = IntStream.range(0, 8).mapToObj((number) -> (number % 2 == 0) ? writer() : reader()).toList();
			for (var done : clients.invokeAll(work)) {
				done.get();
			}
		}
		for (UserId user : List.of(this.ann, this.bob)) {
			assertThat(unread(user)).isEqualTo(counted(user));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"seq\":0}", "{\"seq\":-1}", "{\"seq\":1.5}", "{\"seq\":\"1\"}",
			"{\"seq\":99999999999999999999}", "{\"seq\":null}" })
	void needsAPlace(String body) {
		assertThat(this.api.read(this.bob, this.ann, body)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(unread(this.bob)).isEqualTo(5);
	}

	@Test
	void staysAsItIsWhereNothingWasWritten() {
		UserId carl = this.users.register();
		read(carl, 1);
		assertThat(this.api.read(this.bob, this.bob, "{\"seq\":1}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(unread(this.bob)).isEqualTo(5);
	}

	private Callable<Void> writer() {
		return () -> {
			write(40);
			return null;
		};
	}

	private Callable<Void> reader() {
		return () -> {
			var random = RandomGenerator.getDefault();
			for (int i = 0; i < 40; i++) {
				read(random.nextBoolean() ? this.bob : this.ann, random.nextLong(1, 200));
			}
			return null;
		};
	}

	private void write(int messages) {
		for (int i = 0; i < messages; i++) {
			assertThat(this.api.send(this.ann, this.bob, "сообщение")).hasStatusOk();
		}
	}

	private void read(UserId reader, long upTo) {
		UserId other = reader.equals(this.ann) ? this.bob : this.ann;
		assertThat(this.api.read(reader, other, "{\"seq\":" + upTo + "}")).hasStatusOk().bodyText().isEmpty();
	}

	private long unread(UserId user) {
		return number("SELECT count FROM unread WHERE dialog_id = :dialog AND user_id = :user", user);
	}

	private long counted(UserId user) {
		return number("""
				SELECT count(*) FROM message WHERE dialog_id = :dialog AND from_id <> :user AND seq >
				(SELECT read_seq FROM unread WHERE dialog_id = :dialog AND user_id = :user)
				""", user);
	}

	private long number(String sql, UserId user) {
		return this.jdbc.sql(sql)
			.param("dialog", Dialog.between(this.ann, this.bob).id())
			.param("user", user.value())
			.query(Long.class)
			.single();
	}

}
