package social.gateway.token;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which access tokens are good.
 *
 * @param issuer who must have issued it
 * @param audience whom it must be for
 * @param skew by how much the clocks of two machines may differ
 * @param maxLength how long its text may be
 * @param rememberedFor how long at most a verified token is not verified again
 * @param remembered how many verified tokens are remembered
 * @param patience how long a gateway that starts lets nobody in while it can't tell good
 * tokens from bad
 */
@ConfigurationProperties("gateway.token")
record TokenProperties(@DefaultValue("otus-social") String issuer, @DefaultValue("otus-social") String audience,
		@DefaultValue("10s") Duration skew, @DefaultValue("4KB") DataSize maxLength,
		@DefaultValue("60s") Duration rememberedFor, @DefaultValue("50000") int remembered,
		@DefaultValue("10s") Duration patience) {
}
