package social.gateway.socket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many sockets may be open at this gateway.
 *
 * @param perUser those of one user
 * @param perAddress those from one address
 */
@ConfigurationProperties("gateway.socket")
record SocketLimits(@DefaultValue("20") int perUser, @DefaultValue("500") int perAddress) {
}
