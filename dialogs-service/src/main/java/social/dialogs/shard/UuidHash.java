package social.dialogs.shard;

import java.util.UUID;

/**
 * PostgreSQL's hash of a UUID, by which Citus chooses the shard: {@code uuid_hash} in
 * SQL, of a server on a little-endian machine.
 */
final class UuidHash {

	private static final int START = 0x9e3779b9 + 16 + 3923095;

	private int a = START;

	private int b = START;

	private int c = START;

	private UuidHash() {
	}

	static int of(UUID uuid) {
		var hash = new UuidHash();
		hash.a += Integer.reverseBytes((int) (uuid.getMostSignificantBits() >>> 32));
		hash.b += Integer.reverseBytes((int) uuid.getMostSignificantBits());
		hash.c += Integer.reverseBytes((int) (uuid.getLeastSignificantBits() >>> 32));
		hash.mix();
		hash.a += Integer.reverseBytes((int) uuid.getLeastSignificantBits());
		return hash.result();
	}

	private void mix() {
		mixOnce(4, 6, 8);
		mixOnce(16, 19, 4);
	}

	private void mixOnce(int first, int second, int third) {
		this.a = (this.a - this.c) ^ Integer.rotateLeft(this.c, first);
		this.c += this.b;
		this.b = (this.b - this.a) ^ Integer.rotateLeft(this.a, second);
		this.a += this.c;
		this.c = (this.c - this.b) ^ Integer.rotateLeft(this.b, third);
		this.b += this.a;
	}

	private int result() {
		this.c = (this.c ^ this.b) - Integer.rotateLeft(this.b, 14);
		this.a = (this.a ^ this.c) - Integer.rotateLeft(this.c, 11);
		this.b = (this.b ^ this.a) - Integer.rotateLeft(this.a, 25);
		this.c = (this.c ^ this.b) - Integer.rotateLeft(this.b, 16);
		this.a = (this.a ^ this.c) - Integer.rotateLeft(this.c, 4);
		this.b = (this.b ^ this.a) - Integer.rotateLeft(this.a, 14);
		return (this.c ^ this.b) - Integer.rotateLeft(this.b, 24);
	}

}
