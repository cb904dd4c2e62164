package social.local.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** How long each frame was on its way since its post began. */
final class Arrivals implements Consumer<String> {

	private static final String MARK = "arrival ";

	private final AtomicInteger next = new AtomicInteger();

	private final Map<Integer, Long> begun = new ConcurrentHashMap<>();

	private long[] latencies;

	private int count;

	/** None yet, with room for so many. */
	Arrivals(int most) {
		this.latencies = new long[most];
	}

	/** A post begins now; the answer is its text. */
	String begin() {
		int number = this.next.getAndIncrement();
		this.begun.put(number, System.nanoTime());
		return MARK + number + ".";
	}

	/** A frame has come. */
	@Override
	public synchronized void accept(String frame) {
		long now = System.nanoTime();
		int at = frame.indexOf(MARK);
		if (at >= 0) {
			Long start = this.begun.get(Integer.parseInt(frame.substring(at + MARK.length(), frame.indexOf('.', at))));
			if (start != null && this.count < this.latencies.length) {
				this.latencies[this.count++] = now - start;
			}
		}
	}

	/** All since the last time, which are forgotten. */
	synchronized Percentiles take() {
		var all = new Percentiles(Arrays.copyOf(this.latencies, this.count));
		this.count = 0;
		this.begun.clear();
		return all;
	}

}
