package social.platform.metric;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * How long something takes to its readers, apart for few and for many: a histogram for
 * each power of ten.
 */
public final class ReachTimer {

	private static final List<String> READERS = List.of("1-9", "10-99", "100-999", "1000-9999", "10000+");

	private static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final List<Timer> timers;

	/** A timer of a name such as {@code social.feed.lag}. */
	public ReachTimer(String name, String description, MeterRegistry meters) {
		this.timers = READERS.stream()
			.map((readers) -> Timer.builder(name)
				.description(description)
				.tag("readers", readers)
				.serviceLevelObjectives(BUCKETS)
				.register(meters))
			.toList();
	}

	/** Notes how long it took to so many readers. */
	public void record(Duration time, int readers) {
		this.timers.get(bucket(readers)).record(time);
	}

	private static int bucket(int readers) {
		int digits = (int) IntStream.iterate(readers, (rest) -> rest >= 10, (rest) -> rest / 10).count();
		return Math.min(digits, READERS.size() - 1);
	}

}
