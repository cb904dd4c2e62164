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
 * @param busyPoll the pause after a look that found nothing, doubled with each further
 * one
 * @param idlePoll the longest such pause
 * @param standbyPoll how often a relay that stands by tries to take over
 * @param retry the pause after a failure
 * @param keep how long changes can be asked for again
 * @param repeat how far back changes are published again for a Redis that has restarted
 */
@Validated
@ConfigurationProperties("posts.relay")
record RelayProperties(@DefaultValue("500") @Positive int batch, @DefaultValue("20ms") Duration busyPoll,
		@DefaultValue("200ms") Duration idlePoll, @DefaultValue("500ms") Duration standbyPoll,
		@DefaultValue("500ms") Duration retry, @DefaultValue("24h") Duration keep,
		@DefaultValue("1m") Duration repeat) {
}
