package social.gateway.limit;

import java.time.Duration;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What several gateways allow together. */
@GatewayTest
class LimiterTests {

	@Autowired
	private SharedBuckets buckets;

	@Test
	void allowsNoMoreWithTwoGatewaysThanWithOneButForTheirFirstPortions() {
		var rate = new Rate(400, Duration.ofHours(1));
		String name = "two-" + System.nanoTime();
		var one = new Limiter<String>(name, rate, 10, this.buckets);
		var other = new Limiter<String>(name, rate, 10, this.buckets);
		long allowed = IntStream.range(0, 1000)
			.filter((number) -> passes(((number % 2 == 0) ? one : other).admit("ann")))
			.count();
		assertThat(allowed).isBetween(400L, 440L);
	}

	@Test
	void asksRedisOnceForManyRequests() {
		var rate = new Rate(1000, Duration.ofSeconds(2));
		var limiter = new Limiter<String>("seldom-" + System.nanoTime(), rate, 10, this.buckets);
		// the first portion is spent unasked
		assertThat(IntStream.range(0, 25).mapToObj((number) -> limiter.admit("ann"))).containsOnlyNulls();
	}

	private static boolean passes(@Nullable Mono<Void> refusal) {
		try {
			if (refusal != null) {
				refusal.block();
			}
			return true;
		}
		catch (TooManyRequests ex) {
			return false;
		}
	}

}
