package social.dialogs.dialog;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.DialogsTest;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DialogsTest
class DialogTests {

	// as signed numbers they would stand in another order
	private static final List<UserId> EDGES = List.of(UserId.of("00000000-0000-0000-0000-000000000000"),
			UserId.of("7fffffff-ffff-ffff-7fff-ffffffffffff"), UserId.of("7fffffff-ffff-ffff-8000-000000000000"),
			UserId.of("80000000-0000-0000-0000-000000000000"), UserId.of("ffffffff-ffff-ffff-ffff-ffffffffffff"),
			new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isTheSameWhoeverAsks() {
		UserId ann = EDGES.getFirst();
		UserId bob = EDGES.getLast();
		assertThat(Dialog.between(ann, bob)).isEqualTo(Dialog.between(bob, ann));
		assertThat(Dialog.between(ann, bob).other(ann)).isEqualTo(bob);
		assertThat(Dialog.between(ann, bob).other(bob)).isEqualTo(ann);
	}

	@Test
	void hasTheIdAndTheOrderThatTheDatabaseWouldGiveIt() {
		EDGES.forEach((one) -> EDGES.stream()
			.filter((other) -> !other.equals(one))
			.forEach((other) -> assertThat(Dialog.between(one, other)).isEqualTo(inDatabase(one, other))));
	}

	@Test
	void takesTwo() {
		UserId ann = EDGES.getLast();
		assertThatExceptionOfType(DialogWithOneself.class).isThrownBy(() -> Dialog.between(ann, ann));
	}

	private Dialog inDatabase(UserId one, UserId other) {
		return this.jdbc.sql("""
				SELECT md5(least(a, b) || ':' || greatest(a, b))::uuid AS id, least(a, b) AS low, greatest(a, b) AS high
				FROM (SELECT :one::uuid AS a, :other::uuid AS b) pair
				""")
			.param("one", one.value())
			.param("other", other.value())
			.query((row, number) -> new Dialog(row.getObject("id", UUID.class),
					new UserId(row.getObject("low", UUID.class)), new UserId(row.getObject("high", UUID.class))))
			.single();
	}

}
