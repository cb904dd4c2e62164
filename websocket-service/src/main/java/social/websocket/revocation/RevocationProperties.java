package social.websocket.revocation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ended sessions are asked for, beside the messages that tell of them.
 *
 * @param poll how often
 */
@ConfigurationProperties("websocket.revocation")
record RevocationProperties(@DefaultValue("2s") Duration poll) {
}
