package social.users.token;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every access token shares.
 *
 * @param life how long a token is good for
 */
@Validated
@ConfigurationProperties("token")
record TokenProperties(@DefaultValue("30m") @DurationMin(seconds = 1) Duration life) {
}
