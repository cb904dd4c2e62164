package social.local.seed;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a long work is: a bar on a terminal, nothing but the result elsewhere.
 */
public final class Bar {

	private static final int WIDTH = 30;

	private final PrintStream out;

	private final boolean terminal;

	private final String what;

	private final long all;

	private final long begun = System.nanoTime();

	/** At its beginning. */
	public Bar(PrintStream out, boolean terminal, String what, long all) {
		this.out = out;
		this.terminal = terminal;
		this.what = what;
		this.all = all;
	}

	/** So many are done. */
	public void at(long done) {
		if (this.terminal) {
			// what is counted while it grows may be more than it was
			long all = Math.max(this.all, done);
			int full = (int) (WIDTH * done / all);
			this.out.printf(Locale.ROOT, "\r%-12s [%s%s] %3d %% %,9d/s ", this.what, "#".repeat(full),
					"-".repeat(WIDTH - full), 100 * done / all, rate(done));
			this.out.flush();
		}
	}

	/** All are done, some of them new. */
	void end(long added) {
		end(String.format(Locale.ROOT, "%,d of them new", added));
	}

	/** All are done. */
	public void end(String result) {
		this.out.printf(Locale.ROOT, "%s%-12s %,d in %.1f s (%,d/s), %s%n", this.terminal ? "\r\033[K" : "", this.what,
				this.all, seconds(), rate(this.all), result);
	}

	private long rate(long done) {
		return Math.round(done / Math.max(seconds(), 0.001));
	}

	private double seconds() {
		return (System.nanoTime() - this.begun) / 1e9;
	}

}
