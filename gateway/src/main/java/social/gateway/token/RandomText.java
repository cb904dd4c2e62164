package social.gateway.token;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess: 256 random bits each, as an address may hold them. */
final class RandomText {

	private static final int BYTES = 32;

	private static final SecureRandom random = new SecureRandom();

	private RandomText() {
	}

	static String next() {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
