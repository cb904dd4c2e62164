package social.dialogs.shard;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a shard that does not answer may cost.
 *
 * @param waiting how many may wait for a connection at once, with those who just get one:
 * more than there are connections
 * @param connections how many of the connections the statements on one worker may keep:
 * fewer than there are
 * @param patience how long one waits for them
 * @param refresh how old the knowledge may be of which worker holds what
 */
@Validated
@ConfigurationProperties("dialogs.shard")
record ShardProperties(@DefaultValue("256") @Positive int waiting, @DefaultValue("8") @Positive int connections,
		@DefaultValue("1s") Duration patience, @DefaultValue("5s") Duration refresh) {
}
