package social.local.client;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * So many of any number of users, each with the same chance however often they are named.
 */
public final class Sample {

	private static final long MIX = 0x9E3779B97F4A7C15L;

	private final int size;

	private final long salt;

	private final TreeMap<Long, String> users = new TreeMap<>();

	/** An empty one. */
	public Sample(int size, long salt) {
		this.size = size;
		this.salt = salt;
	}

	/** Offers somebody. */
	public void offer(String user) {
		this.users.put(rank(UUID.fromString(user)), user);
		if (this.users.size() > this.size) {
			this.users.pollLastEntry();
		}
	}

	/** Who is in it. */
	public List<String> users() {
		return List.copyOf(this.users.values());
	}

	// the smallest ranks win; the same user always has the same
	private long rank(UUID user) {
		long rank = user.getMostSignificantBits() ^ user.getLeastSignificantBits() ^ this.salt;
		rank = (rank ^ (rank >>> 32)) * MIX;
		return (rank ^ (rank >>> 29)) * MIX;
	}

}
