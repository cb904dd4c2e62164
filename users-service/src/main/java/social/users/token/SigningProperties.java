package social.users.token;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing keys are changed.
 *
 * @param reload how soon an instance notices what another one has changed
 * @param ahead how long a key is published before it signs: longer than it takes until
 * every gateway has it
 * @param margin how much longer a key is published than its last token is good
 */
@ConfigurationProperties("signing")
record SigningProperties(@DefaultValue("10s") Duration reload, @DefaultValue("60s") Duration ahead,
		@DefaultValue("60s") Duration margin) {
}
