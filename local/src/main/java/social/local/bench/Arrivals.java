package social.local.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** How long each frame was on its way since its post began. */
final class Arrivals implements Consumer<String> {

	private static final String MARK = "arrival ";

	private final AtomicInteger next = new AtomicInteger();

	private final Map<Integer, Long> begun = new ConcurrentHashMap<>();

	private final Map<Integer, Long> last = new HashMap<>();

	private long[] latencies;

	private int count;

	/**
	 * What a round has come to.
	 *
	 * @param each of every frame
	 * @param last of the last frame of every post
	 */
	record Round(Percentiles each, Percentiles last) {
	}

	/** None yet, with room for so many. */
	Arrivals(int most) {
		this.latencies = new long[most];
	}

	/** The number of the next post. */
	int next() {
		return this.next.getAndIncrement();
	}

	/** What a post says. */
	static String text(int number) {
		return MARK + number + ".";
	}

	/** A post begins now. */
	void begin(int number) {
		this.begun.put(number, System.nanoTime());
	}

	/** A frame has come. */
	@Override
	public synchronized void accept(String frame) {
		long now = System.nanoTime();
		int at = frame.indexOf(MARK);
		if (at >= 0) {
			int number = Integer.parseInt(frame.substring(at + MARK.length(), frame.indexOf('.', at)));
			Long start = this.begun.get(number);
			if (start != null && this.count < this.latencies.length) {
				this.latencies[this.count++] = now - start;
				this.last.put(number, now - start);
			}
		}
	}

	/** All since the last time, which are forgotten. */
	synchronized Round take() {
		var round = new Round(new Percentiles(Arrays.copyOf(this.latencies, this.count)),
				new Percentiles(this.last.values().stream().mapToLong(Long::longValue).toArray()));
		this.count = 0;
		this.begun.clear();
		this.last.clear();
		return round;
	}

}
