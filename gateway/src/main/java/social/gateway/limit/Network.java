package social.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param address one of them
 * @param bits how many
 */
record Network(InetAddress address, int bits) {

	/** Reads {@code 10.0.0.0/8}, or an address that stands for itself. */
	public static Network valueOf(String text) {
		int slash = text.indexOf('/');
		String first = (slash < 0) ? text : text.substring(0, slash);
		try {
			// a name would be looked up, and could be anybody's
			if (!first.matches("[0-9.]+|[0-9a-fA-F:.]+:[0-9a-fA-F:.]*")) {
				throw new UnknownHostException(first);
			}
			InetAddress address = InetAddress.getByName(first);
			int most = address.getAddress().length * Byte.SIZE;
			int bits = (slash < 0) ? most : Integer.parseInt(text.substring(slash + 1));
			if (bits >= 0 && bits <= most) {
				return new Network(address, bits);
			}
		}
		catch (UnknownHostException | NumberFormatException ex) {
			// told below, as too many bits are
		}
		throw new IllegalArgumentException("network: %s (expected: such as 10.0.0.0/8)".formatted(text));
	}

	boolean includes(InetAddress other) {
		byte[] mine = this.address.getAddress();
		byte[] theirs = other.getAddress();
		if (mine.length != theirs.length) {
			return false;
		}
		for (int bit = 0; bit < this.bits; bit++) {
			int mask = 0x80 >> (bit % Byte.SIZE);
			if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
				return false;
			}
		}
		return true;
	}

}
