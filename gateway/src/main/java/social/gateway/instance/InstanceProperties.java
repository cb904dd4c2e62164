package social.gateway.instance;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances are chosen and remembered.
 *
 * @param file where the known instances are kept for a start without a registry; nowhere
 * if it is absent
 * @param shunnedFor how long an instance that could not be reached is asked only if there
 * is no other
 * @param tries how often at most a request is sent
 * @param tryAgainWithin how long after its beginning a request may be sent again
 * @param pause how long an instance that failed is left in peace before it is asked for
 * the same again
 */
@ConfigurationProperties("gateway.instance")
record InstanceProperties(@Nullable Path file, @DefaultValue("2s") Duration shunnedFor, @DefaultValue("3") int tries,
		@DefaultValue("2s") Duration tryAgainWithin, @DefaultValue("50ms") Duration pause) {
}
