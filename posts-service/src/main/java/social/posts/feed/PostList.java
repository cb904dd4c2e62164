package social.posts.feed;

import social.platform.passport.UserId;

/**
 * A list of posts in Redis: a feed, or what one large author wrote.
 *
 * @param key its key
 */
record PostList(String key) {

	private static final String FEED = "feed:";

	/** The feed of a reader. */
	static PostList feedOf(UserId reader) {
		return new PostList(FEED + reader);
	}

	/** Whose feed it is. */
	UserId reader() {
		return UserId.of(this.key.substring(FEED.length()));
	}

	/** The newest posts of a large author. */
	static PostList postsOf(UserId author) {
		return new PostList("author:" + author);
	}

	/** Who builds it, and what came meanwhile. */
	String building() {
		return this.key + ":building";
	}

	/** The large authors that a feed is merged with. */
	String large() {
		return this.key + ":large";
	}

	/** Whether the reader of a feed has just left an author. */
	String left(UserId author) {
		return this.key + ":left:" + author;
	}

}
