package social.posts.relay;

import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which run of Redis it is that feeds are in. Redis writes down what it is told up to two
 * seconds later (its {@code appendfsync everysec}), so what it had acknowledged may be
 * lost when it is there again.
 */
@Component
@Profile("!feed-worker")
class RedisRun {

	private final StringRedisTemplate redis;

	private volatile @Nullable String id;

	RedisRun(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** Its name, as far as is known. */
	@Nullable String id() {
		return this.id;
	}

	/** Asks Redis, so that the relay need not wait for it. */
	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	void ask() {
		try {
			Properties server = this.redis
				.execute((RedisCallback<Properties>) (connection) -> connection.serverCommands().info("server"));
			this.id = (server != null) ? server.getProperty("run_id") : null;
		}
		catch (DataAccessException ex) {
			this.id = null;
		}
	}

}
