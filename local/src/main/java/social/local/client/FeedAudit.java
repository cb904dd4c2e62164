package social.local.client;

import java.util.List;

/**
 * How a cached feed differs from what the database says.
 *
 * @param user whose it is
 * @param cached how many posts it has
 * @param missing the posts that it lacks
 * @param extra the posts that it should not have
 */
public record FeedAudit(String user, long cached, List<String> missing, List<String> extra) {

	/** Whether it does not. */
	public boolean isRight() {
		return this.missing.isEmpty() && this.extra.isEmpty();
	}

}
