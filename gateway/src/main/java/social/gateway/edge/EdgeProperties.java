package social.gateway.edge;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much and how slowly a client may send, and from where.
 *
 * @param maxBody the largest body
 * @param readTimeout the longest silence within a request
 * @param requestTimeout how long a whole request may take to arrive
 * @param origins the origins, beside the gateway's own, whose pages may ask
 */
@ConfigurationProperties("gateway.edge")
record EdgeProperties(@DefaultValue("256KB") DataSize maxBody, @DefaultValue("5s") Duration readTimeout,
		@DefaultValue("10s") Duration requestTimeout, @DefaultValue Set<String> origins) {
}
