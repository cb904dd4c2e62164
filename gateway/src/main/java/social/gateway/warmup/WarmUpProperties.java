package social.gateway.warmup;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway warms up before it opens its port.
 *
 * @param requests how many it sends through itself; none if 0
 * @param atOnce how many of them at a time
 * @param longest how long that may take
 */
@ConfigurationProperties("gateway.warm-up")
record WarmUpProperties(@DefaultValue("0") int requests, @DefaultValue("4") int atOnce,
		@DefaultValue("30s") Duration longest) {
}
