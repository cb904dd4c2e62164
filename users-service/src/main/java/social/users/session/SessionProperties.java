package social.users.session;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions last, and how many there are.
 *
 * @param life how long a session lasts that nobody prolongs
 * @param grace how long a spent refresh token is answered again, in case the answer was
 * lost
 * @param most sessions of one user; one more ends the oldest
 * @param spent refresh tokens of a session that are remembered as spent
 */
@Validated
@ConfigurationProperties("session")
record SessionProperties(@DefaultValue("30d") @DurationMin(seconds = 1) Duration life,
		@DefaultValue("10s") Duration grace, @DefaultValue("100") @Positive int most,
		@DefaultValue("100") @Positive int spent) {
}
