package social.posts.feed;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How feeds are kept ready.
 *
 * @param size how many posts of a feed are kept ready; older ones come from the database
 * @param life how long a feed is kept that nobody reads
 * @param large how many followers an author may have whose posts are written into each
 * feed
 * @param buildTimeout how long building a feed may take
 * @param buildWait how long a reader waits while somebody else builds the feed
 * @param suspicion how long after an unfollow a post of that author may still be under
 * way to the feed
 * @param atOnce how many posts may be read at a time, in all feeds together: they are in
 * memory twice, and in Redis what has yet to be sent
 * @param reads how many readers may be served by the database at a time
 * @param readWait how long a further one waits for a place
 */
@Validated
@ConfigurationProperties("posts.feed")
record FeedProperties(@DefaultValue("1000") @Positive int size, @DefaultValue("7d") Duration life,
		@DefaultValue("10000") @Positive int large, @DefaultValue("5s") Duration buildTimeout,
		@DefaultValue("200ms") Duration buildWait, @DefaultValue("60s") Duration suspicion,
		@DefaultValue("800") @Min(100) int atOnce, @DefaultValue("12") @Positive int reads,
		@DefaultValue("200ms") Duration readWait) {
}
