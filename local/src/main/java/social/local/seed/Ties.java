package social.local.seed;

import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Friendships that somebody has chosen.
 *
 * @param user who follows, by number
 * @param friend whom, by number
 */
record Ties(long count, LongFunction<UUID> user, LongFunction<UUID> friend) implements Rows {

	@Override
	public String what() {
		return "friendships";
	}

	@Override
	public String table() {
		return "friendship";
	}

	@Override
	public String columns() {
		return "user_id, friend_id";
	}

	@Override
	public String row(long index) {
		return this.user.apply(index) + "\t" + this.friend.apply(index);
	}

}
