package social.posts.broker;

import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param key its routing key
 * @param json what it says
 * @param requestId the request that caused it
 * @param needed whether it is lost if no queue takes it
 */
public record Letter(Topic topic, String key, String json, String requestId, boolean needed) {

	/**
	 * Asks for a subscriber's feed to be built anew.
	 * @param left whom the subscriber follows no more, if that is why
	 */
	public static Letter rebuild(String subscriber, @Nullable String left, String requestId) {
		String json = (left != null) ? "{\"user_id\":\"%s\",\"left_user_id\":\"%s\"}".formatted(subscriber, left)
				: "{\"user_id\":\"%s\"}".formatted(subscriber);
		return new Letter(Topic.REBUILDS, Topic.REBUILDS.exchange(), json, requestId, true);
	}

}
