package social.posts.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

import social.platform.passport.UserId;
import social.posts.PostsTest;
import social.posts.feed.CachedPage.Entry;
import social.posts.feed.LargeAuthors.Followed;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;

@PostsTest
class FeedCacheTests {

	private static final int SIZE = 1000;

	@Autowired
	private FeedCache cache;

	@Autowired
	private StringRedisTemplate redis;

	private final UserId ann = new UserId(UUID.randomUUID());

	private final UserId bob = new UserId(UUID.randomUUID());

	@Test
	void addsOnlyToFeedsThatAreThere() {
		UserId carl = new UserId(UUID.randomUUID());
		store(this.ann, post(1));
		this.cache.add(List.of(this.ann, carl), this.bob, post(2));
		assertThat(ids(this.ann)).contains(List.of(post(2), post(1)));
		assertThat(ids(carl)).isEmpty();
	}

	@Test
	void keepsAFeedThatIsEmpty() {
		store(this.ann);
		assertThat(ids(this.ann)).contains(List.of());
		this.cache.add(List.of(this.ann), this.bob, post(1));
		assertThat(ids(this.ann)).contains(List.of(post(1)));
	}

	@Test
	void addsTwiceAsOnceAndInAnyOrder() {
		store(this.ann);
		for (int number : new int[] { 2, 3, 2, 1, 3 }) {
			this.cache.add(List.of(this.ann), this.bob, post(number));
		}
		assertThat(ids(this.ann)).contains(List.of(post(3), post(2), post(1)));
	}

	@Test
	void cutsTheOldestAndKnowsThatItDid() {
		store(this.ann);
		IntStream.rangeClosed(1, SIZE + 5)
			.forEach((number) -> this.cache.add(List.of(this.ann), this.bob, post(number)));
		CachedPage page = page(SIZE - 2, 10);
		assertThat(page.entries()).extracting(Entry::id).containsExactly(post(7), post(6));
		assertThat(page.cut()).isEqualTo(new CachedPage.Cut(SIZE, post(6)));
	}

	@Test
	void cutsSeldomBecauseACutCostsMoreThanToAdd() {
		store(this.ann);
		IntStream.range(0, SIZE + 20)
			.forEach((i) -> this.cache.add(List.of(this.ann), this.bob, new PostId(new UUID(7 << 12, i * 16L + 1))));
		assertThat(this.redis.opsForZSet().zCard("feed:" + this.ann)).isEqualTo(SIZE + 20 + 1);
		this.cache.add(List.of(this.ann), this.bob, post(1));
		assertThat(this.redis.opsForZSet().zCard("feed:" + this.ann)).isEqualTo(SIZE + 1);
	}

	@Test
	void goesOnInTheDatabaseWhereAllPostsOfACutFeedAreDeleted() {
		storeCut();
		this.cache.remove(List.of(this.ann),
				IntStream.rangeClosed(SIZE + 1, 2 * SIZE).mapToObj(FeedCacheTests::post).toList());
		assertThat(page(0, 10).cut()).isEqualTo(new CachedPage.Cut(0, new PostId(FeedSource.AFTER_ALL)));
	}

	@Test
	void takesNothingBelowItsCut() {
		storeCut();
		this.cache.remove(List.of(this.ann), List.of(post(2000), post(1999)));
		this.cache.add(List.of(this.ann), this.bob, post(500));
		CachedPage page = page(0, 2 * SIZE);
		assertThat(page.cut()).isEqualTo(new CachedPage.Cut(SIZE - 2, post(1001)));
		CachedPage below = page(this.ann, new Part(post(600), 0, 10)).orElseThrow();
		assertThat(below).isEqualTo(new CachedPage(List.of(), new CachedPage.Cut(0, post(600))));
		this.cache.add(List.of(this.ann), this.bob, post(2000));
		assertThat(page(0, 1).entries()).extracting(Entry::id).containsExactly(post(2000));
	}

	@Test
	void makesNoFeedOfWhatCameBelowItsCut() {
		storeCut();
		this.cache.remove(List.of(this.ann), IntStream.rangeClosed(1991, 2000).mapToObj(FeedCacheTests::post).toList());
		IntStream.rangeClosed(481, 511).forEach((i) -> this.cache.add(List.of(this.ann), this.bob, post(i)));
		assertThat(page(this.ann, new Part(post(505), 0, 10)))
			.contains(new CachedPage(List.of(), new CachedPage.Cut(0, post(505))));
		assertThat(page(SIZE - 12, 10).entries()).extracting(Entry::id).containsExactly(post(1002), post(1001));
	}

	@Test
	void keepsWhatComesWhileAFeedIsBuilt() {
		String token = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		this.cache.add(List.of(this.ann), this.bob, post(2));
		assertThat(ids(this.ann)).isEmpty();
		store(this.ann, token, List.of(post(1)));
		assertThat(ids(this.ann)).contains(List.of(post(2), post(1)));
	}

	@Test
	void keepsWhatComesWhileAFeedIsBuiltAnew() {
		store(this.ann, post(1));
		String token = this.cache.begin(PostList.feedOf(this.ann), false).orElseThrow();
		this.cache.add(List.of(this.ann), this.bob, post(3));
		assertThat(ids(this.ann)).isEmpty();
		store(this.ann, token, List.of(post(2), post(1)));
		assertThat(ids(this.ann)).contains(List.of(post(3), post(2), post(1)));
	}

	@Test
	void letsOneReaderBuildAndWhoeverMust() {
		String reader = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		assertThat(this.cache.begin(PostList.feedOf(this.ann), true)).isEmpty();
		String worker = this.cache.begin(PostList.feedOf(this.ann), false).orElseThrow();
		store(this.ann, reader, List.of(post(1)));
		assertThat(ids(this.ann)).isEmpty();
		this.cache.add(List.of(this.ann), this.bob, post(2));
		store(this.ann, worker, List.of(post(1)));
		assertThat(ids(this.ann)).contains(List.of(post(2), post(1)));
		assertThat(this.cache.begin(PostList.feedOf(this.ann), true)).isEmpty();
	}

	@Test
	void letsAnotherBuildAfterOneGaveUp() {
		String token = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		this.cache.add(List.of(this.ann), this.bob, post(1));
		this.cache.abandon(PostList.feedOf(this.ann), token);
		String next = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		this.cache.abandon(PostList.feedOf(this.ann), token);
		store(this.ann, next, List.of(post(2)));
		assertThat(ids(this.ann)).contains(List.of(post(2)));
	}

	@Test
	void storesNothingThatWasBegunBeforeTheFeedWasDropped() {
		String before = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		this.cache.drop(this.ann, null);
		String after = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		store(this.ann, before, List.of(post(1)));
		assertThat(ids(this.ann)).isEmpty();
		store(this.ann, after, List.of(post(2)));
		assertThat(ids(this.ann)).contains(List.of(post(2)));
		store(this.ann, before, List.of(post(1)));
		assertThat(ids(this.ann)).contains(List.of(post(2)));
	}

	@Test
	void doubtsAFeedThatAPostOfSomebodyJustLeftIsUnderWayTo() {
		this.cache.drop(this.ann, this.bob);
		store(this.ann, post(1));
		this.cache.add(List.of(this.ann), new UserId(UUID.randomUUID()), post(2));
		assertThat(ids(this.ann)).contains(List.of(post(2), post(1)));
		String token = this.cache.begin(PostList.feedOf(this.ann), false).orElseThrow();
		this.cache.add(List.of(this.ann), this.bob, post(3));
		assertThat(ids(this.ann)).isEmpty();
		store(this.ann, token, List.of(post(1)));
		assertThat(ids(this.ann)).isEmpty();
	}

	@Test
	void looksNoDeeperThanOthersCanWait() {
		List<UserId> stars = Stream.generate(() -> new UserId(UUID.randomUUID())).limit(50).toList();
		String token = this.cache.begin(PostList.feedOf(this.ann), true).orElseThrow();
		this.cache.store(PostList.feedOf(this.ann), token, List.of(), new Followed(generation(), 0, stars));
		assertThat(this.cache.read(this.ann, new Part(null, 0, 1000))).isEqualTo(new Look.Lacking(stars));
		assertThat(this.cache.read(this.ann, new Part(null, 1, 1000))).isEqualTo(new Look.Deep());
	}

	@Test
	void forgetsWhatNobodyReads() {
		store(this.ann, post(1));
		assertThat(this.redis.getExpire("feed:" + this.ann)).isBetween(Duration.ofDays(6).toSeconds(),
				Duration.ofDays(7).toSeconds());
		this.redis.expire("feed:" + this.ann, Duration.ofHours(1));
		this.cache.add(List.of(this.ann), this.bob, post(2));
		assertThat(this.redis.getExpire("feed:" + this.ann)).isLessThanOrEqualTo(3600);
		ids(this.ann);
		assertThat(this.redis.getExpire("feed:" + this.ann)).isGreaterThan(3600);
		this.cache.begin(PostList.feedOf(this.ann), false);
		assertThat(this.redis.getExpire("feed:" + this.ann)).isBetween(1L, 5L);
	}

	private void storeCut() {
		store(this.ann, IntStream.rangeClosed(0, SIZE).mapToObj((i) -> post(2 * SIZE - i)).toArray(PostId[]::new));
	}

	private void store(UserId reader, PostId... posts) {
		store(reader, this.cache.begin(PostList.feedOf(reader), true).orElseThrow(), List.of(posts));
	}

	private void store(UserId reader, String token, List<PostId> posts) {
		this.cache.store(PostList.feedOf(reader), token, posts, new Followed(generation(), 0, List.of()));
	}

	private long generation() {
		String known = this.redis.opsForValue().get("feeds:generation");
		return (known != null) ? Long.parseLong(known) : 1;
	}

	private CachedPage page(int offset, int limit) {
		return page(this.ann, new Part(null, offset, limit)).orElseThrow();
	}

	private Optional<List<PostId>> ids(UserId reader) {
		return page(reader, new Part(null, 0, 100)).map((page) -> page.entries().stream().map(Entry::id).toList());
	}

	private Optional<CachedPage> page(UserId reader, Part part) {
		return (this.cache.read(reader, part) instanceof Look.Found(CachedPage page)) ? Optional.of(page)
				: Optional.empty();
	}

	// all of them have lists cut
	private static PostId post(int number) {
		return new PostId(new UUID((long) number << 16 | 0x7000, Long.MIN_VALUE));
	}

}
