package social.users.account;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long one has to wait after wrong passwords.
 *
 * @param free how many wrong passwords in a row cost nothing; the next one costs a
 * second, and each after it twice as long
 * @param longest the longest wait, and how long failures count
 */
@Validated
@ConfigurationProperties("login")
record LoginProperties(@DefaultValue("5") @Positive int free, @DefaultValue("15m") Duration longest) {
}
