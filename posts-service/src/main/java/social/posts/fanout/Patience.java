package social.posts.fanout;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import social.posts.feed.FeedBusy;
import social.posts.post.CacheAway;

/**
 * Waits while a store is away: that is no fault of the message, which would else end
 * among the dead letters after some tries.
 */
@Component
@Profile("feed-worker")
class Patience {

	private static final Logger log = LoggerFactory.getLogger(Patience.class);

	private static final Duration PAUSE = Duration.ofMillis(250);

	private volatile boolean away;

	private volatile boolean closed;

	/** Does work, again and again until no store is away. */
	void until(Runnable work) {
		until(() -> {
			work.run();
			return true;
		});
	}

	/** As {@link #until(Runnable)}, for work that has a result. */
	<T> T until(Supplier<T> work) {
		while (true) {
			try {
				T result = work.get();
				back();
				return result;
			}
			catch (CacheAway | DataAccessResourceFailureException | TransientDataAccessException
					| RecoverableDataAccessException | TransactionException | FeedBusy | AmqpException ex) {
				away(ex);
			}
			pause();
		}
	}

	private void away(RuntimeException ex) {
		if (this.closed) {
			throw ex;
		}
		if (!this.away) {
			this.away = true;
			log.warn("A store is away, feeds wait: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex)));
		}
	}

	private void back() {
		if (this.away) {
			this.away = false;
			log.info("The stores are back");
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@PreDestroy
	void close() {
		this.closed = true;
	}

}
