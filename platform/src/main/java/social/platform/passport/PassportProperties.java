package social.platform.passport;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the passport keys are and how long a passport lives.
 *
 * @param keys a file with one key a line, {@code kid base64url-of-32-bytes}: the first
 * signs, all verify, so that a new key can be put in before the old one is taken out
 * @param life how long a minted passport is good for
 * @param skew by how much the clocks of two machines may differ
 * @param reread how soon it is noticed that the file has changed
 */
@ConfigurationProperties("platform.passport")
record PassportProperties(Path keys, @DefaultValue("60s") Duration life, @DefaultValue("10s") Duration skew,
		@DefaultValue("2s") Duration reread) {
}
