package social.gateway.edge;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much and how slowly a client may send, from where, and how long it may be kept
 * waiting.
 *
 * @param maxBody the largest body
 * @param readTimeout the longest silence within a request
 * @param requestTimeout how long a whole request may take to arrive
 * @param maxConnectionAge how long a connection may be kept for the next request, from
 * one millisecond
 * @param backlog how many connections may wait to be let in; a client beyond them comes
 * again a second later, as TCP does
 * @param longestWait how long a request may wait to be looked at; a client waits for some
 * ten seconds, and the service takes its part of them
 * @param origins the origins, beside the gateway's own, whose pages may ask
 */
@ConfigurationProperties("gateway.edge")
record EdgeProperties(@DefaultValue("256KB") DataSize maxBody, @DefaultValue("5s") Duration readTimeout,
		@DefaultValue("8s") Duration requestTimeout, @DefaultValue("30s") Duration maxConnectionAge,
		@DefaultValue("256") int backlog, @DefaultValue("5s") Duration longestWait, @DefaultValue Set<String> origins) {

	EdgeProperties {
		if (maxConnectionAge.toMillis() < 1) {
			throw new IllegalArgumentException(
					"gateway.edge.max-connection-age: %s (expected: from 1ms)".formatted(maxConnectionAge));
		}
	}

}
