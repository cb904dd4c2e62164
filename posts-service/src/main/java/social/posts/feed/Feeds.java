package social.posts.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.post.CacheAway;
import social.posts.post.Post;
import social.posts.post.PostCache;
import social.posts.post.PostId;
import social.posts.post.Posts;
import social.posts.post.WrittenPost;

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

	private final JsonMapper json;

	private final Door door;

	Feeds(FeedCache cache, PostCache kept, FeedBuilder builder, FeedSource source, Posts posts,
			FeedProperties properties, JsonMapper json) {
		this.cache = cache;
		this.kept = kept;
		this.builder = builder;
		this.source = source;
		this.posts = posts;
		this.properties = properties;
		this.json = json;
		this.door = new Door(properties.atOnce(), properties.readWait());
	}

	/** Posts of the reader's friends. */
	FeedPage page(UserId reader, Part part) {
		return this.door.enter(part.limit(), () -> read(reader, part));
	}

	private FeedPage read(UserId reader, Part part) {
		try {
			return ready(reader, part, Use.READ).orElseGet(() -> fromDatabase(reader, part));
		}
		catch (CacheAway ex) {
			return fromDatabase(reader, part);
		}
	}

	private FeedPage fromDatabase(UserId reader, Part part) {
		return page(written(this.source.page(reader, part)));
	}

	/**
	 * What a reader finds of a cached feed, as far as a feed is cached; nothing, if it is
	 * not. It is kept no longer for that, and its posts are not kept ready.
	 */
	public Optional<List<PostId>> cached(UserId reader) {
		return this.cache.holds(PostList.feedOf(reader)) ? ready(reader, whole(), Use.INSPECTED).map(this::ids)
				: Optional.empty();
	}

	/** The same as the database has it. */
	public List<PostId> stored(UserId reader) {
		return this.source.page(reader, whole()).stream().map(Post::id).toList();
	}

	private Part whole() {
		return new Part(null, 0, this.properties.size());
	}

	private List<PostId> ids(FeedPage page) {
		return Arrays.stream(parse(page.json())).map(WrittenPost::id).toList();
	}

	private static List<WrittenPost> written(List<Post> posts) {
		return posts.stream().map(WrittenPost::of).toList();
	}

	private Optional<FeedPage> ready(UserId reader, Part part, Use use) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			switch ((use == Use.READ) ? this.cache.read(reader, part) : this.cache.inspect(reader, part)) {
				case Look.Found(CachedPage page) when page.isWhole() -> {
					return Optional.of(new FeedPage(page.posts(), part.of(page.found()), page.last()));
				}
				case Look.Found(CachedPage page) -> {
					List<WrittenPost> posts = posts(page, use);
					if (posts.size() == part.of(page.found())) {
						return Optional.of(page(goOn(reader, posts, page, part)));
					}
				}
				case Look.Outdated outdated -> this.builder.refresh(reader, outdated);
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
	private List<WrittenPost> posts(CachedPage page, Use use) {
		Map<PostId, Post> fetched = fetch(page.missing(), use);
		Iterator<PostId> missing = page.missing().iterator();
		var posts = new ArrayList<WrittenPost>();
		for (WrittenPost kept : parse(page.posts())) {
			if (kept != null) {
				posts.add(kept);
				continue;
			}
			PostId id = missing.next();
			Optional.ofNullable(fetched.get(id))
				.map(WrittenPost::of)
				.ifPresentOrElse(posts::add, () -> this.kept.bury(id));
		}
		return posts;
	}

	private @Nullable WrittenPost[] parse(byte[] posts) {
		return this.json.readValue(posts, WrittenPost[].class);
	}

	private FeedPage page(List<WrittenPost> posts) {
		return new FeedPage(this.json.writeValueAsBytes(posts), posts.size(),
				posts.isEmpty() ? null : posts.getLast().id());
	}

	/** From the database what is not kept ready; what is read is, from then on. */
	private Map<PostId, Post> fetch(List<PostId> missing, Use use) {
		if (missing.isEmpty()) {
			return Map.of();
		}
		List<Post> posts = this.posts.all(missing);
		if (use == Use.READ) {
			this.kept.put(posts);
		}
		return posts.stream().collect(Collectors.toMap(Post::id, Function.identity()));
	}

	private List<WrittenPost> goOn(UserId reader, List<WrittenPost> posts, CachedPage page, Part part) {
		PostId end = page.end();
		if (end == null) {
			return posts;
		}
		var all = new ArrayList<>(posts);
		all.addAll(written(this.source.page(reader, part.below(end, page.found()))));
		return all;
	}

	/** What somebody looks at a feed for. */
	private enum Use {

		READ, INSPECTED

	}

}
