package social.local.client;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Fields are found by name, wherever they are. */
class FieldsTests {

	@Test
	void findsStringsNumbersAndLists() {
		var fields = new Fields("""
				[{"id": "a", "n":-3, "ids":["x", "y"]}, {"id":"b", "n": 4, "none": []}]""");
		assertThat(fields.texts("id")).containsExactly("a", "b");
		assertThat(fields.text("id")).contains("a");
		assertThat(fields.text("n")).isEmpty();
		assertThat(fields.number("n")).contains(-3L);
		assertThat(fields.list("ids")).containsExactly("x", "y");
		assertThat(fields.list("none")).isEmpty();
		assertThat(fields.list("absent")).isEmpty();
	}

	@Test
	void aPageLeadsToTheNext() {
		assertThat(new Reply(200, "[]", "</post/feed?cursor=1&limit=100>; rel=\"next\"").next())
			.contains("/post/feed?cursor=1&limit=100");
		assertThat(new Reply(200, "[]", "</post/feed>; rel=\"first\"").next()).isEmpty();
	}

}
