package social.users.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What prolongs a session, once: 256 bits that mean nothing. The database knows their
 * hash alone.
 *
 * @param value as the client has it
 */
record RefreshToken(String value) {

	private static final String MAC = "HmacSHA256";

	private static final int BYTES = 32;

	private static final SecureRandom random = new SecureRandom();

	/** The first of a session. */
	static RefreshToken first() {
		return of(salt());
	}

	/** Random bytes, for a token or for what a session mixes into its tokens. */
	static byte[] salt() {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return bytes;
	}

	/**
	 * The one that follows; always the same, so that an answer can be given again that
	 * nobody kept. Without the salt of the session nobody else can tell it.
	 */
	RefreshToken next(byte[] salt) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(new SecretKeySpec(salt, MAC));
			return of(mac.doFinal(bytes()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + MAC, ex);
		}
	}

	/** What is kept of it. */
	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "a refresh token";
	}

	private byte[] bytes() {
		return this.value.getBytes(StandardCharsets.UTF_8);
	}

	private static RefreshToken of(byte[] bytes) {
		return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

}
