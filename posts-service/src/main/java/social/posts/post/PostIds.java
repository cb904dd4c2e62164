package social.posts.post;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids of posts: UUIDv7, each greater than all that this instance made before, even
 * in one millisecond and when the clock is set back.
 */
class PostIds {

	private static final long VERSION_7 = 0x7000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private final Clock clock;

	// 48 bits of milliseconds and 12 that count within one; an overflow borrows the next
	private final AtomicLong last = new AtomicLong();

	PostIds(Clock clock) {
		this.clock = clock;
	}

	PostId next() {
		long now = this.clock.millis() << 12;
		long tick = this.last.updateAndGet((previous) -> Math.max(previous + 1, now));
		long high = (tick >>> 12 << 16) | VERSION_7 | (tick & 0xfff);
		return new PostId(new UUID(high, VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2)));
	}

}
