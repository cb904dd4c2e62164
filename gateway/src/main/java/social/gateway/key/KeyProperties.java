package social.gateway.key;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the key set is asked for.
 *
 * @param refresh how old it may get
 * @param pause the least time between two questions that a strange token or a failure
 * causes
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("gateway.key")
record KeyProperties(@DefaultValue("30s") Duration refresh, @DefaultValue("10s") Duration pause,
		@DefaultValue("1s") Duration timeout) {
}
