package social.posts.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Hears the hints of other instances. It waits for Redis without keeping the service from
 * its start; once subscribed, the connection mends itself.
 */
@Component
@Profile("!feed-worker")
class HintSubscription implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final RedisConnectionFactory redis;

	private final Relay relay;

	private volatile boolean running;

	private @Nullable RedisConnection connection;

	HintSubscription(RedisConnectionFactory redis, Relay relay) {
		this.redis = redis;
		this.relay = relay;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.startVirtualThread(this::subscribe);
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		if (this.connection != null) {
			this.connection.close();
			this.connection = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void subscribe() {
		while (this.running && !subscribed()) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private synchronized boolean subscribed() {
		try {
			this.connection = this.redis.getConnection();
			this.connection.subscribe((message, pattern) -> this.relay.wake(),
					RelayHints.CHANNEL.getBytes(StandardCharsets.UTF_8));
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

}
