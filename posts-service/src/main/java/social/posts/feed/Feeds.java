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
import social.posts.post.CacheAway;
import social.posts.post.Post;
import social.posts.post.PostCache;
import social.posts.post.PostId;
import social.posts.post.Posts;

/** Reads feeds: from the cache as far as it goes, from the database beyond. */
@Component
public class Feeds {

	// to build the feed, to learn of large authors, to fetch their posts, to find it; and
	// some more for posts that were deleted long ago
	private static final int ATTEMPTS = 7;

	private final FeedCache cache;

	private final PostCache kept;

	private final FeedBuilder builder;

	private final FeedSource source;

	private final Posts posts;

	private final FeedProperties properties;

	private final Door door;

	Feeds(FeedCache cache, PostCache kept, FeedBuilder builder, FeedSource source, Posts posts,
			FeedProperties properties) {
		this.cache = cache;
		this.kept = kept;
		this.builder = builder;
		this.source = source;
		this.posts = posts;
		this.properties = properties;
		this.door = new Door(properties.atOnce(), properties.readWait());
	}

	/** Posts of the reader's friends, newest first. */
	List<FeedPost> page(UserId reader, Part part) {
		return this.door.enter(part.limit(), () -> read(reader, part));
	}

	private List<FeedPost> read(UserId reader, Part part) {
		try {
			return ready(reader, part, Use.READ).orElseGet(() -> stored(reader, part));
		}
		catch (CacheAway ex) {
			return stored(reader, part);
		}
	}

	private List<FeedPost> stored(UserId reader, Part part) {
		return this.source.page(reader, part).stream().map(this::written).toList();
	}

	private FeedPost written(Post post) {
		return new FeedPost(post.id().toString(), this.kept.json(post));
	}

	/**
	 * What a reader finds of a cached feed, as far as a feed is cached; nothing, if it is
	 * not. It is kept no longer for that, and its posts are not kept ready.
	 */
	public Optional<List<PostId>> cached(UserId reader) {
		return this.cache.holds(PostList.feedOf(reader)) ? ready(reader, whole(), Use.INSPECTED).map(Feeds::ids)
				: Optional.empty();
	}

	/** The same as the database has it. */
	public List<PostId> stored(UserId reader) {
		return this.source.page(reader, whole()).stream().map(Post::id).toList();
	}

	private Part whole() {
		return new Part(null, 0, this.properties.size());
	}

	private static List<PostId> ids(List<FeedPost> posts) {
		return posts.stream().map(FeedPost::id).toList();
	}

	private Optional<List<FeedPost>> ready(UserId reader, Part part, Use use) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			switch ((use == Use.READ) ? this.cache.read(reader, part) : this.cache.inspect(reader, part)) {
				case Look.Found(CachedPage page) -> {
					List<FeedPost> posts = posts(page.entries(), use);
					if (posts.size() == page.entries().size()) {
						return Optional.of(goOn(reader, posts, page.cut(), part));
					}
				}
				case Look.Outdated outdated -> this.builder.refresh(reader, outdated);
				case Look.Deep deep -> {
					return Optional.empty();
				}
				case Look.Lacking(List<UserId> authors) -> {
					if (!this.builder.providePostsOf(authors)) {
						return Optional.empty();
					}
				}
				case Look.Missing missing -> {
					if (!this.builder.provide(reader)) {
						return Optional.empty();
					}
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * The posts of a page; fewer if some turn out to be deleted. That is noted, and the
	 * next look leaves them out.
	 */
	private List<FeedPost> posts(List<Entry> entries, Use use) {
		Map<PostId, Post> fetched = fetch(entries, use);
		var posts = new ArrayList<FeedPost>(entries.size());
		for (Entry entry : entries) {
			if (entry.post() != null) {
				posts.add(new FeedPost(entry.name(), PostCache.json(entry.post())));
				continue;
			}
			Optional.ofNullable(fetched.get(entry.id()))
				.map(this::written)
				.ifPresentOrElse(posts::add, () -> this.kept.bury(entry.id()));
		}
		return posts;
	}

	/** From the database what is not kept ready; what is read is, from then on. */
	private Map<PostId, Post> fetch(List<Entry> entries, Use use) {
		List<PostId> missing = entries.stream().filter((entry) -> entry.post() == null).map(Entry::id).toList();
		if (missing.isEmpty()) {
			return Map.of();
		}
		List<Post> posts = this.posts.all(missing);
		if (use == Use.READ) {
			this.kept.put(posts);
		}
		return posts.stream().collect(Collectors.toMap(Post::id, Function.identity()));
	}

	private List<FeedPost> goOn(UserId reader, List<FeedPost> posts, @Nullable Cut cut, Part part) {
		if (cut == null) {
			return posts;
		}
		var all = new ArrayList<>(posts);
		all.addAll(stored(reader, part.beyond(cut, posts.size())));
		return all;
	}

	/** What somebody looks at a feed for. */
	private enum Use {

		READ, INSPECTED

	}

}
