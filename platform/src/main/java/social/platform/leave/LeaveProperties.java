package social.platform.leave;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance stops.
 *
 * @param notice how long it goes on serving once the registry knows that it leaves: twice
 * as long as others take until they ask the registry again
 */
@ConfigurationProperties("platform.leave")
record LeaveProperties(@DefaultValue("4s") Duration notice) {
}
