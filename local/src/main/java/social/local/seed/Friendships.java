package social.local.seed;

/**
 * Who follows whom; everybody follows as many, and few people have most of the followers.
 * A pair that comes twice counts once.
 *
 * @param people how many people there are to follow each other
 */
record Friendships(long seed, long count, long people) implements Rows {

	/** As many people as posts-service lets a user follow. */
	static final long MOST_OF_ONE = 10_000;

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
		var chance = Chance.of(this.seed, "friendship", index);
		long user = index % this.people;
		long friend = chance.skewed(this.people - 1);
		return People.id(this.seed, user) + "\t" + People.id(this.seed, (friend < user) ? friend : friend + 1);
	}

}
