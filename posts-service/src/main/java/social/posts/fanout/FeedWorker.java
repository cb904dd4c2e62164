package social.posts.fanout;

import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.messaging.Message;

import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.posts.feed.FeedBuilder;
import social.posts.feed.FeedCache;

/** The other role of this program: it keeps the feeds up to date. */
@Configuration(proxyBeanMethods = false)
@Profile("feed-worker")
class FeedWorker {

	private final JsonMapper json;

	private final JsonMapper strict;

	FeedWorker(JsonMapper json) {
		this.json = json;
		// what lacks a part can't be applied: let it be seen among the dead letters
		this.strict = json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.build();
	}

	@Bean
	Consumer<Message<byte[]>> updateFeed(FeedUpdater updater) {
		return (message) -> {
			PostChange change = read(this.strict, message, PostChange.class);
			RequestIds.run(requestId(message), () -> updater.apply(change));
		};
	}

	@Bean
	Consumer<Message<byte[]>> fanOut(Slices slices) {
		return (message) -> {
			Slice slice = read(this.strict, message, Slice.class);
			RequestIds.run(requestId(message), () -> slices.resume(slice));
		};
	}

	@Bean
	Consumer<Message<byte[]>> rebuildFeed(FeedCache cache, FeedBuilder builder, Patience patience) {
		return (message) -> {
			Rebuild rebuild = read(this.json, message, Rebuild.class);
			RequestIds.run(requestId(message), () -> patience.until(() -> {
				// whoever unfollowed has done the same, unless Redis was away
				cache.drop(rebuild.userId(), rebuild.leftUserId());
				builder.rebuild(rebuild.userId());
			}));
		};
	}

	private static <T> T read(JsonMapper json, Message<byte[]> message, Class<T> type) {
		return json.readValue(message.getPayload(), type);
	}

	private static @Nullable String requestId(Message<byte[]> message) {
		return Objects.toString(message.getHeaders().get(RequestIds.KEY), null);
	}

	/**
	 * Whose feed is to be built anew.
	 *
	 * @param leftUserId whom they follow no more, if that is why
	 */
	record Rebuild(UserId userId, @Nullable UserId leftUserId) {

		Rebuild {
			Objects.requireNonNull(userId, "user_id");
		}

	}

}
