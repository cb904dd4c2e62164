package social.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what each of many has at the moment, up to a limit.
 *
 * @param <K> what names one of them
 */
public class Counts<K> {

	private final Map<K, Integer> counts = new ConcurrentHashMap<>();

	private final int most;

	/** Nobody has anything yet, and may have so much at most. */
	public Counts(int most) {
		this.most = most;
	}

	/** How much each may have. */
	public int most() {
		return this.most;
	}

	/** Counts one more, which has to leave again; false if it would be one too many. */
	public boolean enter(K whose) {
		int count = this.counts.merge(whose, 1, Integer::sum);
		if (count > this.most) {
			leave(whose);
		}
		return count <= this.most;
	}

	/** Counts one less. */
	public void leave(K whose) {
		this.counts.computeIfPresent(whose, (key, count) -> (count > 1) ? count - 1 : null);
	}

}
