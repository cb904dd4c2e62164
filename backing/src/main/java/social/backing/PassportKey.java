package social.backing;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret that signs passports. */
public final class PassportKey {

	private static final int BYTES = 32;

	private PassportKey() {
	}

	/** A fresh key in the form that a key file holds: base64url without padding. */
	public static String random() {
		byte[] key = new byte[BYTES];
		new SecureRandom().nextBytes(key);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
	}

}
