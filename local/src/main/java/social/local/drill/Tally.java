package social.local.drill;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many writes had which outcome.
 *
 * @param outage the longest time without one that was acknowledged, in nanoseconds
 */
record Tally(int attempted, int acknowledged, Map<Integer, Integer> statuses, long outage) {

	private static final int SERVER_ERROR = 500;

	/** All so far; what comes now is counted anew. */
	static Tally of(Ledger ledger) {
		ledger.forgetOutage();
		return all(ledger);
	}

	/** What came since. */
	Tally until(Ledger ledger) {
		Tally all = all(ledger);
		var more = new TreeMap<Integer, Integer>();
		all.statuses.forEach((status, count) -> more.put(status, count - this.statuses.getOrDefault(status, 0)));
		more.values().removeIf((count) -> count == 0);
		return new Tally(all.attempted - this.attempted, all.acknowledged - this.acknowledged, more, all.outage);
	}

	int acknowledged(Ledger ledger) {
		return ledger.acknowledged() - this.acknowledged;
	}

	/** How many may be there or not. */
	int unknown() {
		return this.statuses.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() == 0 || entry.getKey() >= SERVER_ERROR)
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	/** How many failed as nothing should fail. */
	int serverErrors() {
		return this.statuses.getOrDefault(SERVER_ERROR, 0);
	}

	private static Tally all(Ledger ledger) {
		return new Tally(ledger.attempts().size(), ledger.acknowledged(), ledger.statuses(), ledger.outage());
	}

}
