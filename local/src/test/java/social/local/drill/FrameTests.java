package social.local.drill;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Of what a socket says the drill reads what it needs. */
class FrameTests {

	private final Ledger ledger = new Ledger("7");

	@Test
	void aPostIsKnownByTheNumberInItsText() {
		int number = this.ledger.begin(3);
		assertThat(Frame.of("""
				{"type":"post.created","position":42,"post_id":"x","text":"%s","version":1}"""
			.formatted(this.ledger.text(number)), this.ledger)).contains(new Frame(Frame.Kind.POST, 42, number));
		assertThat(Frame.of("""
				{"type": "post.created", "position": 43, "text": "drill 8 0"}""", this.ledger))
			.contains(new Frame(Frame.Kind.POST, 43, Ledger.STRANGE));
	}

	@Test
	void othersHaveNoPost() {
		assertThat(Frame.of("{\"type\":\"live\",\"position\":9}", this.ledger))
			.contains(new Frame(Frame.Kind.LIVE, 9, Ledger.STRANGE));
		assertThat(Frame.of("{\"type\":\"gap\",\"position\":9}", this.ledger))
			.contains(new Frame(Frame.Kind.GAP, 9, Ledger.STRANGE));
		assertThat(Frame.of("{\"type\":\"unread\",\"count\":9}", this.ledger)).isEmpty();
	}

}
