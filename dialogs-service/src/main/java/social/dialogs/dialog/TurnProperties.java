package social.dialogs.dialog;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may change one dialog.
 *
 * @param atOnce how many at once: the database lets one after the other, and the second
 * is there when the first is done
 * @param waiting how many wait for that: what one user may have under way at a gateway
 * @param patience how long one waits
 */
@Validated
@ConfigurationProperties("dialogs.turn")
record TurnProperties(@DefaultValue("2") @Positive int atOnce, @DefaultValue("64") @Positive int waiting,
		@DefaultValue("1s") Duration patience) {
}
