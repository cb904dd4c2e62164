package social.dialogs.dialog;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class TogetherTests {

	private static final int WRITERS = 8;

	private static final int EACH = 50;

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
	}

	@Test
	void manyWhoWriteAtOnceLeaveNoGapAndCountWhatIsUnread() throws Exception {
		writeAtOnce();
		String asAnn = Api.body(this.api.list(this.ann, this.bob));
		assertThat(Api.body(this.api.list(this.bob, this.ann))).isEqualTo(asAnn);
		assertThat(JsonPath.<List<Integer>>read(asAnn, "$[*].seq"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
		assertThat(JsonPath.<List<String>>read(asAnn, "$[*].at")).map(Instant::parse).isSorted();
		assertThat(JsonPath.<List<String>>read(asAnn, "$[*].text")).doesNotHaveDuplicates();
		assertThat(List.of(unread(this.ann), unread(this.bob))).containsOnly((long) WRITERS * EACH / 2);
	}

	@Test
	void manyWhoRepeatWhatTheyWroteAtOnceAddNothing() throws Exception {
		writeAtOnce();
		String once = Api.body(this.api.list(this.ann, this.bob));
		writeAtOnce();
		assertThat(Api.body(this.api.list(this.ann, this.bob))).isEqualTo(once);
		assertThat(List.of(unread(this.ann), unread(this.bob))).containsOnly((long) WRITERS * EACH / 2);
	}

	private void writeAtOnce() throws Exception {
		try (var writers = Executors.newFixedThreadPool(WRITERS)) {
			var work = IntStream.range(0, WRITERS).mapToObj(this::writer).toList();
			for (var done : writers.invokeAll(work)) {
				done.get();
			}
		}
	}

	private Callable<Void> writer(int number) {
		return () -> {
			boolean isAnn = number % 2 == 0;
			for (int i = 0; i < EACH; i++) {
				String text = number + "/" + i;
				assertThat(this.api.send(isAnn ? this.ann : this.bob, isAnn ? this.bob : this.ann, text, text))
					.hasStatusOk();
			}
			return null;
		};
	}

	private long unread(UserId user) {
		return this.jdbc.sql("SELECT count FROM unread WHERE dialog_id = :dialog AND user_id = :user")
			.param("dialog", Dialog.between(this.ann, this.bob).id())
			.param("user", user.value())
			.query(Long.class)
			.single();
	}

}
