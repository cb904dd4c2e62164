package social.posts.feed;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.posts.post.PostCache;
import social.posts.post.PostId;

/**
 * A page of a feed as Redis has it.
 *
 * @param entries the posts, newest first
 * @param cut where the cached feed ends within this page, if more posts may follow
 */
record CachedPage(List<Entry> entries, @Nullable Cut cut) {

	/** Reads what the script {@code read.lua} has found. */
	static CachedPage of(List<String> reply) {
		int size = Integer.parseInt(reply.get(0));
		var entries = new ArrayList<Entry>();
		for (int i = 2; i < reply.size(); i += 2) {
			entries.add(new Entry(PostId.of(reply.get(i)), reply.get(i + 1)));
		}
		String end = reply.get(1);
		return new CachedPage(entries, end.isEmpty() ? null : new Cut(size, PostId.of(end)));
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
	 * @param size how many posts were found up to there
	 * @param oldest the post below which the cached feed knows nothing
	 */
	record Cut(int size, PostId oldest) {
	}

}
