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

	/** The large authors that a feed is merged with. */
	String large() {
		return this.key + ":large";
	}

	/**
	 * The key of the lists whose readers have just left an author, each until when that
	 * matters.
	 */
	static String left(UserId author) {
		return "author:" + author + ":left";
	}

}
