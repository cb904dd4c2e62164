package social.posts.feed;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.posts.post.PostId;

/**
 * A page of a feed as Redis has it.
 *
 * @param entries the posts, newest first
 * @param cut where the cached feed ends within this page, if more posts may follow
 */
record CachedPage(List<Entry> entries, @Nullable Cut cut) {

	/** Reads what the script {@code read.lua} answers. */
	static CachedPage of(List<?> reply) {
		int size = Integer.parseInt((String) reply.get(0));
		var entries = new ArrayList<Entry>();
		for (int i = 2; i < reply.size(); i += 2) {
			entries.add(new Entry(PostId.of((String) reply.get(i)), (String) reply.get(i + 1)));
		}
		return new CachedPage(entries, (size > 0) ? new Cut(size, PostId.of((String) reply.get(1))) : null);
	}

	/**
	 * One post of the page.
	 *
	 * @param post what it says as {@link PostCache} keeps it, if it does
	 */
	record Entry(PostId id, @Nullable String post) {
	}

	/**
	 * The end of a cached feed that goes on in the database.
	 *
	 * @param size how many posts the cached feed holds
	 * @param oldest the last of them
	 */
	record Cut(int size, PostId oldest) {
	}

}
