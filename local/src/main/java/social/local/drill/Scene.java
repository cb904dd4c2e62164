package social.local.drill;

import java.time.Duration;

import social.local.client.NotAnswered;

/** One fault: load before, while and after, then quiet, then the check. */
record Scene(Cast cast, Audience audience, Fault fault) {

	// of all writes, how many come before the fault
	private static final int BEFORE = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private static final Duration SETTLING = Duration.ofSeconds(3);

	private static final Duration MENDING = Duration.ofMinutes(5);

	Result play(int writes, int rate) {
		long begun = System.nanoTime();
		this.cast.login();
		var ledger = this.audience.ledger();
		var tally = Tally.of(ledger);
		boolean enough;
		try (var load = new Load(this.cast.authors(), ledger, rate).begin()) {
			Pause.until(PATIENCE, () -> tally.acknowledged(ledger) >= writes / BEFORE);
			this.fault.strike(this.audience.listeners());
			enough = Pause.until(PATIENCE, () -> tally.acknowledged(ledger) >= writes);
		}
		this.audience.awaitLive();
		this.audience.awaitAll();
		// whatever comes twice comes late
		Pause.of(SETTLING);
		var result = new Result(this.fault.name(), tally.until(ledger), judge(), this.audience.reconnected(),
				this.audience.away(), enough, Duration.ofNanos(System.nanoTime() - begun));
		this.audience.turn();
		return result;
	}

	/** Feeds may be on their way yet, or their service. */
	private Verdict judge() {
		var last = new Judgement();
		Pause.until(MENDING, () -> last.is(this.audience));
		return last.verdict();
	}

	/** The verdict as it stands. */
	private static final class Judgement {

		private Verdict verdict = new Verdict();

		boolean is(Audience audience) {
			try {
				this.verdict = audience.judge();
			}
			catch (NotAnswered ex) {
				this.verdict = new Verdict();
				this.verdict.lost(String.valueOf(ex.getMessage()));
			}
			return this.verdict.lost() == 0;
		}

		Verdict verdict() {
			return this.verdict;
		}

	}

}
