package social.posts.relay;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes leave the log.
 *
 * @param batch how many leave together at most
 * @param poll how long a relay without a hint waits before it looks for changes
 * @param standbyPoll how often a relay that stands by tries to take over
 * @param retry the pause after a failure
 * @param keep how long changes can be asked for again
 * @param repeat from how long before it was last seen changes are published again for a
 * Redis that has restarted
 */
@Validated
@ConfigurationProperties("posts.relay")
record RelayProperties(@DefaultValue("500") @Positive int batch, @DefaultValue("200ms") Duration poll,
		@DefaultValue("500ms") Duration standbyPoll, @DefaultValue("500ms") Duration retry,
		@DefaultValue("24h") Duration keep, @DefaultValue("1m") Duration repeat) {
}
