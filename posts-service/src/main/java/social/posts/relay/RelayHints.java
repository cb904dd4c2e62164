package social.posts.relay;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import social.posts.event.Change;
import social.posts.event.LoggedChange;

/**
 * Wakes the relay after a commit, in whichever instance it leads. A hint that gets lost
 * costs one poll.
 */
@Component
@Profile("!feed-worker")
class RelayHints {

	static final String CHANNEL = "posts.hint";

	private static final Logger log = LoggerFactory.getLogger(RelayHints.class);

	private final Relay relay;

	private final StringRedisTemplate redis;

	private final AtomicBoolean onItsWay = new AtomicBoolean();

	RelayHints(Relay relay, StringRedisTemplate redis) {
		this.relay = relay;
		this.redis = redis;
	}

	@EventListener
	void placed(LoggedChange change) {
		this.relay.handOver(change);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void committed(Change change) {
		if (this.relay.leads()) {
			this.relay.wake();
		}
		else if (this.onItsWay.compareAndSet(false, true)) {
			// nobody who writes has to wait for Redis
			Thread.startVirtualThread(this::tellOthers);
		}
	}

	private void tellOthers() {
		this.onItsWay.set(false);
		try {
			this.redis.convertAndSend(CHANNEL, "");
		}
		catch (DataAccessException ex) {
			log.debug("A hint is lost", ex);
		}
	}

}
