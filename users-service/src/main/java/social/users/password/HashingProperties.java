package social.users.password;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much hashing is done at once.
 *
 * @param permits hashes that run side by side, 19 MiB each
 * @param queue hashes that wait; who comes later is sent away
 */
@Validated
@ConfigurationProperties("hashing")
record HashingProperties(@DefaultValue("2") @Positive int permits, @DefaultValue("32") @Positive int queue) {
}
