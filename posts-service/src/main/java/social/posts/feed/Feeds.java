package social.posts.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.CachedPage.Cut;
import social.posts.feed.CachedPage.Entry;
import social.posts.post.Post;
import social.posts.post.PostId;
import social.posts.post.Posts;

/** Reads feeds: from the cache as far as it goes, from the database beyond. */
@Component
class Feeds {

	// one builds the feed, one finds it, the others drop posts deleted meanwhile
	private static final int ATTEMPTS = 5;

	private final FeedCache cache;

	private final PostCache kept;

	private final FeedBuilder builder;

	private final FeedSource source;

	private final Posts posts;

	Feeds(FeedCache cache, PostCache kept, FeedBuilder builder, FeedSource source, Posts posts) {
		this.cache = cache;
		this.kept = kept;
		this.builder = builder;
		this.source = source;
		this.posts = posts;
	}

	/** Posts of the reader's friends, newest first. */
	List<Post> page(UserId reader, int offset, int limit) {
		try {
			return ready(reader, offset, limit).orElseGet(() -> this.source.page(reader, null, offset, limit));
		}
		catch (CacheAway ex) {
			return this.source.page(reader, null, offset, limit);
		}
	}

	private Optional<List<Post>> ready(UserId reader, int offset, int limit) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<CachedPage> page = this.cache.read(reader, offset, limit);
			if (page.isPresent()) {
				List<Post> posts = posts(reader, page.get().entries());
				if (posts.size() == page.get().entries().size()) {
					return Optional.of(goOn(reader, posts, page.get().cut(), offset, limit));
				}
			}
			else if (!this.builder.provide(reader)) {
				break;
			}
		}
		return Optional.empty();
	}

	/**
	 * The posts of a page; fewer if some are deleted, which also leave the cached feed.
	 */
	private List<Post> posts(UserId reader, List<Entry> entries) {
		Map<PostId, Post> fetched = fetch(entries);
		var posts = new ArrayList<Post>();
		var deleted = new ArrayList<PostId>();
		for (Entry entry : entries) {
			post(entry, fetched).ifPresentOrElse(posts::add, () -> deleted.add(entry.id()));
		}
		if (!deleted.isEmpty()) {
			this.cache.remove(List.of(reader), deleted);
		}
		return posts;
	}

	private static Optional<Post> post(Entry entry, Map<PostId, Post> fetched) {
		String post = entry.post();
		return (post != null) ? PostCache.decode(entry.id(), post) : Optional.ofNullable(fetched.get(entry.id()));
	}

	/** From the database what is not kept ready, which it is from then on. */
	private Map<PostId, Post> fetch(List<Entry> entries) {
		List<PostId> missing = entries.stream().filter((entry) -> entry.post() == null).map(Entry::id).toList();
		if (missing.isEmpty()) {
			return Map.of();
		}
		List<Post> posts = this.posts.all(missing);
		this.kept.put(posts);
		return posts.stream().collect(Collectors.toMap(Post::id, Function.identity()));
	}

	private List<Post> goOn(UserId reader, List<Post> posts, @Nullable Cut cut, int offset, int limit) {
		if (cut == null) {
			return posts;
		}
		var all = new ArrayList<>(posts);
		all.addAll(this.source.page(reader, cut.oldest(), Math.max(0, offset - cut.size()), limit - posts.size()));
		return all;
	}

}
