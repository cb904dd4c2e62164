package social.dialogs.shard;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a shard that does not answer may cost.
 *
 * @param waiting how many may wait for a connection at once, with those who just get one:
 * more than there are connections
 */
@Validated
@ConfigurationProperties("dialogs.shard")
record ShardProperties(@DefaultValue("256") @Positive int waiting) {
}
