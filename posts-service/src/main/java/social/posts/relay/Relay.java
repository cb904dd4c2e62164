package social.posts.relay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

import social.posts.event.LoggedChange;

/**
 * Brings changes from the log to the broker: one relay in all instances at a time, in
 * order, at least once.
 * <p>
 * After a failure it lets go of the lock, so that an instance with better luck may lead,
 * and begins anew; changes keep the positions they have.
 */
@Component
@Profile("!feed-worker")
class Relay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	// longer than the broker may take to confirm a batch
	private static final Duration STOP = Duration.ofSeconds(6);

	private static final Duration MEASURE = Duration.ofSeconds(1);

	// after so long nothing else is in a hurry just now
	private static final Duration LULL = Duration.ofMillis(50);

	private static final int MOST_HINTS = 1000;

	private final DataSource database;

	private final Publisher publisher;

	private final RelayProperties properties;

	private final RelayMetrics metrics;

	private final RedisRun redis;

	private final Semaphore hints = new Semaphore(0);

	private final AtomicReference<@Nullable LoggedChange> handed = new AtomicReference<>();

	private volatile State state = State.STOPPED;

	private volatile boolean running;

	private @Nullable Thread thread;

	// never yet
	private long measured = System.nanoTime() - MEASURE.toNanos();

	Relay(DataSource pool, Publisher publisher, RelayProperties properties, RelayMetrics metrics, RedisRun redis) {
		this.database = outside(pool);
		this.publisher = publisher;
		this.properties = properties;
		this.metrics = metrics;
		this.redis = redis;
	}

	// the pool would take the connection back one day, lock and all
	private static DataSource outside(DataSource pool) {
		var database = DataSourceBuilder.derivedFrom(pool).type(SimpleDriverDataSource.class).build();
		var timeouts = new Properties();
		timeouts.setProperty("ApplicationName", "relay");
		timeouts.setProperty("connectTimeout", "2");
		timeouts.setProperty("socketTimeout", "10");
		timeouts.setProperty("tcpKeepAlive", "true");
		database.setConnectionProperties(timeouts);
		return database;
	}

	/** Ends a pause: there is something to publish. */
	void wake() {
		if (this.hints.availablePermits() < MOST_HINTS) {
			this.hints.release();
		}
	}

	/** Spares the database the question for this change, if it is the next to publish. */
	void handOver(LoggedChange change) {
		this.handed.set(change);
	}

	/** Whether it is this instance's relay that leads. */
	boolean leads() {
		return this.state == State.LEADING;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("relay").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		LockSupport.unpark(this.thread);
		try {
			if (this.thread != null) {
				this.thread.join(STOP);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (this.running) {
			try (RelaySession session = RelaySession.open(this.database)) {
				standBy(session);
				lead(session);
			}
			catch (RuntimeException ex) {
				become(State.FAILING, NestedExceptionUtils.getMostSpecificCause(ex));
				rest(this.properties.retry());
			}
		}
		become(State.STOPPED, null);
	}

	private void standBy(RelaySession session) {
		while (this.running && !session.lead()) {
			if (this.state != State.FAILING) {
				become(State.STANDING_BY, null);
			}
			measure(session);
			rest(this.properties.standbyPoll());
		}
	}

	private void lead(RelaySession session) {
		// what was handed to a relay that did not lead is old
		this.handed.set(null);
		try {
			while (this.running) {
				publish(session);
			}
		}
		finally {
			saveIfItCan(session);
		}
	}

	private void publish(RelaySession session) {
		LoggedChange change = this.handed.getAndSet(null);
		boolean told = change != null && session.isNext(change);
		List<LoggedChange> batch = told ? List.of(change) : ask(session);
		if (!batch.isEmpty()) {
			this.publisher.publish(batch);
			session.published(batch.getLast().position());
			this.metrics.published(batch.size());
		}
		if (measure(session)) {
			session.prune(this.properties.keep());
			repeat(session);
		}
		become(State.LEADING, null);
		if (told || batch.isEmpty()) {
			awaitHint(session);
		}
	}

	private static void saveIfItCan(RelaySession session) {
		try {
			session.save();
		}
		catch (DataAccessException ex) {
			// whoever leads next publishes the last changes again
		}
	}

	private List<LoggedChange> ask(RelaySession session) {
		// the answer has all that those were about
		this.hints.drainPermits();
		this.handed.set(null);
		return session.next(this.properties.batch());
	}

	private void repeat(RelaySession session) {
		String run = this.redis.id();
		if (run != null && session.repeat(run, this.properties.repeat())) {
			log.info("Redis runs anew: changes since {} s before it was last seen are published again",
					this.properties.repeat().toSeconds());
		}
	}

	private boolean measure(RelaySession session) {
		boolean due = System.nanoTime() - this.measured >= MEASURE.toNanos();
		if (due) {
			this.measured = System.nanoTime();
			session.save();
			this.metrics.update(session.backlog());
		}
		return due;
	}

	private void awaitHint(RelaySession session) {
		try {
			if (!isHintedWithin(LULL)) {
				session.save();
				isHintedWithin(this.properties.poll().minus(LULL));
			}
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	/**
	 * Takes one hint, as each that nobody has asked about yet may be of another change.
	 */
	private boolean isHintedWithin(Duration most) throws InterruptedException {
		return this.hints.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void rest(Duration time) {
		long deadline = System.nanoTime() + time.toNanos();
		for (long left = time.toNanos(); this.running && left > 0; left = deadline - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private void become(State next, @Nullable Throwable reason) {
		if (next == this.state) {
			return;
		}
		this.state = next;
		if (next == State.FAILING) {
			log.warn("The relay is failing, changes stay in the log: {}", String.valueOf(reason));
		}
		else {
			log.info("The relay is {}", next.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		}
	}

	/** What the relay does; each change of it is one line in the log. */
	private enum State {

		STOPPED, STANDING_BY, LEADING, FAILING

	}

}
