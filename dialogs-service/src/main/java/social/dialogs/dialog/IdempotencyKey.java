package social.dialogs.dialog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import social.platform.passport.UserId;

/**
 * A client's name for a message that it may send again, not knowing whether it arrived.
 * <p>
 * The message's id follows from it, so the message itself is all there is to remember: no
 * second table, and no day on which the key is forgotten.
 *
 * @param value as the client sent it
 */
record IdempotencyKey(String value) {

	/** The id of the message that a person sends under this key: a UUID of version 8. */
	UUID messageId(UserId from) {
		var bits = ByteBuffer.wrap(sha256(from + ":" + this.value));
		long high = bits.getLong() & ~0xF000L | 0x8000L;
		long low = bits.getLong() & ~(0b11L << 62) | (0b10L << 62);
		return new UUID(high, low);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
