package social.posts.broker;

/**
 * A message to send.
 *
 * @param key its routing key
 * @param json what it says
 * @param requestId the request that caused it
 * @param needed whether it is lost if no queue takes it
 */
public record Letter(Topic topic, String key, String json, String requestId, boolean needed) {

	/** Asks for a subscriber's feed to be built anew. */
	public static Letter rebuild(String subscriber, String requestId) {
		return new Letter(Topic.REBUILDS, Topic.REBUILDS.exchange(), "{\"user_id\":\"%s\"}".formatted(subscriber),
				requestId, true);
	}

}
