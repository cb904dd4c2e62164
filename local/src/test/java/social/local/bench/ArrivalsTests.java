package social.local.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames of our own posts are timed, and nothing else. */
class ArrivalsTests {

	@Test
	void timesEachFrameOfAPost() {
		var arrivals = new Arrivals(3);
		int post = arrivals.next();
		arrivals.begin(post);
		String text = Arrivals.text(post);
		arrivals.accept("{\"type\":\"live\",\"position\":3}");
		for (int socket = 0; socket < 2; socket++) {
			arrivals.accept("{\"type\":\"post.created\",\"text\":\"%s\"}".formatted(text));
		}
		arrivals.accept("{\"text\":\"arrival 99.\"}");
		var round = arrivals.take();
		assertThat(round.each().count()).isEqualTo(2);
		assertThat(round.last().count()).isEqualTo(1);
		assertThat(round.last().at(50)).isEqualTo(round.each().at(100));
		assertThat(arrivals.take().each().count()).isZero();
	}

}
