package social.local.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What wrk prints is understood, whatever its units. */
class WrkTests {

	@Test
	void readsTheResult() {
		Wrk.Result result = Wrk.Result.of("""
				Running 10s test @ http://localhost:8080/post/feed?limit=20
				  1 threads and 16 connections
				  Thread Stats   Avg      Stdev     Max   +/- Stdev
				    Req/Sec     1.00k    50.10    1.20k    80.50%
				  Latency Distribution
				     50%  950.00us
				     75%   12.00ms
				     90%   20.00ms
				     99%    1.20s
				  9876 requests in 10.00s, 12.34MB read
				  Socket errors: connect 0, read 1, write 0, timeout 2
				  Non-2xx or 3xx responses: 7
				Requests/sec:    987.60
				Transfer/sec:      1.23MB
				""");
		assertThat(result).isEqualTo(new Wrk.Result(987.6, 9876, "1.0", "1200.0", 10));
	}

	@Test
	void repeatsWhatItDoesNotUnderstand() {
		assertThatExceptionOfType(Wrk.Misunderstood.class).isThrownBy(() -> Wrk.Result.of("unable to connect\n"))
			.withMessage("wrk: unable to connect");
	}

}
