package social.gateway.leave;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway stops.
 *
 * @param farewell over what time the open sockets are closed, so that not all come back
 * at once
 * @param patience how long it waits for the next request on each open connection, to
 * which it can say that it is the last
 */
@ConfigurationProperties("gateway.leave")
record LeaveProperties(@DefaultValue("3s") Duration farewell, @DefaultValue("5s") Duration patience) {
}
