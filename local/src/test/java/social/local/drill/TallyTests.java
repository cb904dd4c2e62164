package social.local.drill;

import java.util.Map;

import org.junit.jupiter.api.Test;

import social.local.client.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers are counted from one moment to another. */
class TallyTests {

	private final Ledger ledger = new Ledger("7");

	@Test
	void countsWhatCameSince() {
		answer(200);
		Tally before = Tally.of(this.ledger);
		answer(200);
		answer(503);
		answer(0);
		answer(400);
		Tally since = before.until(this.ledger);
		assertThat(since.attempted()).isEqualTo(4);
		assertThat(since.acknowledged()).isEqualTo(1);
		assertThat(since.unknown()).isEqualTo(2);
		assertThat(since.serverErrors()).isZero();
		assertThat(since.statuses()).isEqualTo(Map.of(0, 1, 200, 1, 400, 1, 503, 1));
	}

	@Test
	void knowsTheLongestTimeWithoutAnAnswer() {
		Tally.of(this.ledger);
		answer(200);
		assertThat(this.ledger.outage()).isPositive();
	}

	private void answer(int status) {
		this.ledger.end(this.ledger.begin(0), 0, new Reply(status, "", ""));
	}

}
