package social.gateway.edge;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UriHandlerTests {

	@ParameterizedTest
	@CsvSource({
			"/user/search?first_name=Конст&last_name=Оси, /user/search?first_name=%D0%9A%D0%BE%D0%BD%D1%81%D1%82&last_name=%D0%9E%D1%81%D0%B8",
			"/a|b?{c}, /a%7Cb?%7Bc%7D", "/a?b=[1], /a?b=%5B1%5D", "/100%, /100%25", "/100%2, /100%252", "/%zz, /%25zz",
			"/a#b, /a%23b" })
	void encodesWhatAUriMustNotHold(String typed, String encoded) {
		String asItComes = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(UriHandler.encode(asItComes)).isEqualTo(encoded);
	}

	@ParameterizedTest
	@CsvSource({ "/", "/post/feed?offset=0&limit=10", "/user/search?first_name=%D0%9A", "*", "/a;b=c/~d",
			"http://host:80/a" })
	void leavesAGoodUriAsItIs(String uri) {
		assertThat(UriHandler.encode(uri)).isEqualTo(uri);
	}

}
