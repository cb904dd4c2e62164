package social.dialogs.dialog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import social.platform.passport.UserId;

/**
 * The dialog of two people, the same one whoever of them asks.
 *
 * @param id follows from the two, so that nothing has to be looked up to find the shard
 * that holds all of it
 * @param low the user whose id is the lower one as text, which is how the database orders
 * them
 * @param high the other one
 */
record Dialog(UUID id, UserId low, UserId high) {

	/**
	 * The dialog of two people.
	 * @throws DialogWithOneself if the two are one
	 */
	static Dialog between(UserId one, UserId other) {
		// not by UUID.compareTo, which takes the halves for signed numbers
		int order = one.toString().compareTo(other.toString());
		if (order == 0) {
			throw new DialogWithOneself(one);
		}
		UserId low = (order < 0) ? one : other;
		UserId high = (order < 0) ? other : one;
		return new Dialog(md5(low + ":" + high), low, high);
	}

	/** Whom the one of the two talks to. */
	UserId other(UserId one) {
		return one.equals(this.low) ? this.high : this.low;
	}

	// all 128 bits, as Postgres casts them: UUID.nameUUIDFromBytes would stamp a version
	private static UUID md5(String text) {
		try {
			var bits = ByteBuffer
				.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
			return new UUID(bits.getLong(), bits.getLong());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has MD5", ex);
		}
	}

}
