package social.gateway.passport;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the passport keys are and how long a passport lives.
 *
 * @param keys a file with one key a line, {@code kid base64url-of-32-bytes}: the first
 * signs, the others are for those that verify
 * @param life how long a minted passport is good for
 * @param remembered how many passports are kept to be used again
 * @param rememberedFor how long; well below the life
 * @param reread how soon it is noticed that the file has changed
 */
@ConfigurationProperties("platform.passport")
public record PassportProperties(@Nullable Path keys, @DefaultValue("60s") Duration life,
		@DefaultValue("50000") int remembered, @DefaultValue("20s") Duration rememberedFor,
		@DefaultValue("2s") Duration reread) {

	/** The file of keys. */
	Path file() {
		if (this.keys == null) {
			throw new IllegalStateException("platform.passport.keys: absent (expected: the path of a file of keys)");
		}
		return this.keys;
	}

}
