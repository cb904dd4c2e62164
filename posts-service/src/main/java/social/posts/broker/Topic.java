package social.posts.broker;

/** Where messages of this service go. */
public enum Topic {

	/** What changed in posts and subscriptions. */
	CHANGES("posts.change", "post.*"),

	/** Posts on their way to the rest of many followers' feeds. */
	FANOUT("posts.fanout", "#"),

	/** Whose feeds are to be built anew. */
	REBUILDS("posts.rebuild", "#");

	private final String exchange;

	private final String workersKey;

	Topic(String exchange, String workersKey) {
		this.exchange = exchange;
		this.workersKey = workersKey;
	}

	/** Its exchange. */
	public String exchange() {
		return this.exchange;
	}

	/** What of it the feed workers read. */
	String workersKey() {
		return this.workersKey;
	}

	/** The queue that the feed workers share. */
	String workersQueue() {
		return this.exchange + ".feed-worker";
	}

}
