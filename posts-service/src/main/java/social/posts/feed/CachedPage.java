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

	/** Puts together what was found. */
	static CachedPage of(List<String> ids, List<byte @Nullable []> posts, @Nullable Cut cut) {
		var entries = new ArrayList<Entry>(ids.size());
		for (int i = 0; i < ids.size(); i++) {
			entries.add(new Entry(ids.get(i), posts.get(i)));
		}
		return new CachedPage(entries, cut);
	}

	/**
	 * One post of the page.
	 *
	 * @param name its id, as text
	 * @param post what {@link PostCache} keeps of it, if it does
	 */
	record Entry(String name, byte @Nullable [] post) {

		PostId id() {
			return PostId.of(this.name);
		}

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
