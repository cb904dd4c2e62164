package social.platform.passport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies passports, and remembers the good ones while they are good: whoever asks often
 * shows the same one again. The bad ones are not remembered, there is no end to them.
 */
class RememberedPassports {

	private static final int MOST = 10_000;

	private static final Duration LIFE = Duration.ofSeconds(60);

	private final JwtDecoder decoder;

	private final Clock clock;

	private final Cache<String, Good> good = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();

	RememberedPassports(JwtDecoder decoder, Clock clock) {
		this.decoder = decoder;
		this.clock = clock;
	}

	/**
	 * Reads a passport.
	 * @throws org.springframework.security.oauth2.jwt.JwtException if it is not good
	 */
	Passport verify(String passport) {
		Good known = this.good.getIfPresent(passport);
		if (known == null || !this.clock.instant().isBefore(known.end())) {
			known = Good.of(this.decoder.decode(passport));
			this.good.put(passport, known);
		}
		return known.passport();
	}

	/** One that was verified. */
	private record Good(Passport passport, Instant end) {

		static Good of(Jwt jwt) {
			return new Good(Passport.of(jwt), Objects.requireNonNull(jwt.getExpiresAt()));
		}

	}

}
