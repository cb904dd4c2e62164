package social.gateway.revocation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ended sessions are asked for, beside the messages that tell of them.
 *
 * @param poll how often
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("gateway.revocation")
record RevocationProperties(@DefaultValue("2s") Duration poll, @DefaultValue("1s") Duration timeout) {
}
