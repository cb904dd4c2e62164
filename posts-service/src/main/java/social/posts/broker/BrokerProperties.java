package social.posts.broker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param confirmTimeout how long the broker may take to confirm messages sent together
 */
@ConfigurationProperties("posts.broker")
record BrokerProperties(@DefaultValue("5s") Duration confirmTimeout) {
}
