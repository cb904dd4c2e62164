package social.local.drill;

import java.time.Duration;
import java.util.Locale;

/**
 * What a fault did.
 *
 * @param away the longest time that a socket was not live, in nanoseconds
 * @param enough whether so many writes were acknowledged as were wanted
 */
record Result(String fault, Tally tally, Verdict verdict, int reconnected, long away, boolean enough, Duration took) {

	static final String HEAD = "%5s  %-18s %7s %7s %5s %7s %6s %8s %4s %5s %8s %11s %6s %6s  %s".formatted("seed",
			"fault", "acked", "unknown", "lost", "doubled", "order", "invented", "gaps", "500s", "outage s",
			"reconnected", "away s", "s", "statuses");

	boolean isClean() {
		return this.enough && this.verdict.isClean() && this.tally.serverErrors() == 0;
	}

	String line(long seed) {
		return String.format(Locale.ROOT, "%5d  %-18s %7d %7d %5d %7d %6d %8d %4d %5d %8.1f %11d %6.1f %6d  %s%s", seed,
				this.fault, this.tally.acknowledged(), this.tally.unknown(), this.verdict.lost(),
				this.verdict.doubled(), this.verdict.outOfOrder(), this.verdict.invented(), this.verdict.gaps(),
				this.tally.serverErrors(), this.tally.outage() / 1e9, this.reconnected, this.away / 1e9,
				this.took.toSeconds(), this.tally.statuses(), this.enough ? "" : ", too few writes");
	}

}
