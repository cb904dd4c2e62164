package social.posts.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import social.posts.event.LoggedChange;

/**
 * The relay's own connection to the database.
 * <p>
 * The lock and the work share the connection: a relay that lost it can't go on for long,
 * and the database frees the lock of a relay that is gone, or that says nothing for 10 s.
 */
class RelaySession implements AutoCloseable {

	// any number that nobody else in this database locks
	private static final long LOCK = 0x706f737473L;

	private static final long UNKNOWN = -1;

	private final Connection connection;

	private final JdbcClient jdbc;

	private long published = UNKNOWN;

	private boolean saved = true;

	private RelaySession(Connection connection) {
		this.connection = connection;
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	static RelaySession open(DataSource database) {
		try {
			var session = new RelaySession(database.getConnection());
			session.jdbc.sql("SET idle_session_timeout = '10s'").update();
			// who holds the places for longer than that has the relay begin anew
			session.jdbc.sql("SET lock_timeout = '5s'").update();
			return session;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The relay gets no connection", ex);
		}
	}

	/** Becomes the one relay, unless there is one. */
	boolean lead() {
		return this.jdbc.sql("SELECT pg_try_advisory_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
	}

	/** Whether it is the first that is not yet published, if that is known. */
	boolean isNext(LoggedChange change) {
		return this.published != UNKNOWN && change.position() == this.published + 1;
	}

	/**
	 * Answers the first changes that are not yet published, and gives positions to those
	 * that have none.
	 * <p>
	 * What a statement does not see because it is not yet committed gets a later
	 * position: whoever has read up to a position has missed nothing before it.
	 */
	List<LoggedChange> next(int limit) {
		if (this.published == UNKNOWN) {
			this.published = this.jdbc.sql("SELECT published FROM post_event_relay").query(Long.class).single();
		}
		List<LoggedChange> ready = placed(limit);
		if (!ready.isEmpty()) {
			return ready;
		}
		List<LoggedChange> fresh = place(limit);
		// a writer may have given itself the position between the two
		boolean next = fresh.isEmpty() || fresh.getFirst().position() == this.published + 1;
		return next ? fresh : placed(limit);
	}

	private List<LoggedChange> placed(int limit) {
		return LoggedChange.after(this.jdbc, this.published, limit);
	}

	private List<LoggedChange> place(int limit) {
		return this.jdbc.sql("""
				WITH fresh AS (
					SELECT id, row_number() OVER (ORDER BY id) AS place
					FROM (SELECT id FROM post_event WHERE position IS NULL ORDER BY id LIMIT :limit) AS unplaced
				), base AS (
					UPDATE post_event_relay SET placed = placed + (SELECT count(*) FROM fresh)
					WHERE EXISTS (SELECT FROM fresh)
					RETURNING placed - (SELECT count(*) FROM fresh) AS position
				), placed AS (
					UPDATE post_event SET position = base.position + fresh.place
					FROM fresh, base WHERE post_event.id = fresh.id RETURNING post_event.*
				)
				SELECT\s""" + LoggedChange.COLUMNS + "FROM placed ORDER BY position")
			.param("limit", limit)
			.query(LoggedChange.class)
			.list();
	}

	/**
	 * Notes that all up to a position are published. Until that is saved, whoever leads
	 * next publishes them again.
	 */
	void published(long position) {
		this.published = position;
		this.saved = false;
	}

	/** Saves what is noted, if it is not. */
	void save() {
		if (!this.saved) {
			this.jdbc.sql("UPDATE post_event_relay SET published = :position")
				.param("position", this.published)
				.update();
			this.saved = true;
		}
	}

	/**
	 * Notes which run of Redis is there. If it is another than was, the changes from
	 * shortly before that was last seen are published once more, and all since.
	 * @param run the run of Redis
	 * @param shortly how long before
	 * @return whether it is another
	 */
	boolean repeat(String run, Duration shortly) {
		if (isStill(run)) {
			return false;
		}
		this.jdbc.sql("""
				UPDATE post_event_relay SET redis_run = :run, redis_seen = now(), published = least(published, coalesce(
					(SELECT position FROM post_event WHERE position IS NOT NULL
						AND at <= coalesce(redis_seen, now()) - :shortly * interval '1 ms'
						ORDER BY position DESC LIMIT 1),
					(SELECT min(position) - 1 FROM post_event), published))
				""").param("run", run).param("shortly", shortly.toMillis()).update();
		this.published = UNKNOWN;
		return true;
	}

	private boolean isStill(String run) {
		return this.jdbc.sql("UPDATE post_event_relay SET redis_seen = now() WHERE redis_run = :run")
			.param("run", run)
			.update() > 0;
	}

	/**
	 * Forgets the first of the published changes, as far as they are older than they have
	 * to be: whoever is told of what comes after a position misses none of it.
	 */
	void prune(Duration keep) {
		this.jdbc.sql("""
				WITH oldest AS MATERIALIZED (
					SELECT position, at < now() - :keep * interval '1 ms' AS old FROM post_event
					WHERE position <= (SELECT published FROM post_event_relay)
					AND (SELECT at FROM post_event WHERE position IS NOT NULL ORDER BY position LIMIT 1)
						< now() - :keep * interval '1 ms'
					ORDER BY position LIMIT 5000
				)
				DELETE FROM post_event WHERE position IN (
					SELECT position FROM oldest
					WHERE position < coalesce((SELECT min(position) FROM oldest WHERE NOT old), position + 1))
				""").param("keep", keep.toMillis()).update();
	}

	/** What has not been published. */
	Backlog backlog() {
		return this.jdbc
			.sql("""
					SELECT placed - published + (SELECT count(*) FROM post_event WHERE position IS NULL) AS pending, published, coalesce(
						(SELECT at FROM post_event WHERE position > published ORDER BY position LIMIT 1),
						(SELECT at FROM post_event WHERE position IS NULL ORDER BY id LIMIT 1)) AS oldest
					FROM post_event_relay
					""")
			.query((row, number) -> new Backlog(row.getLong("pending"), row.getLong("published"),
					instant(row.getObject("oldest", OffsetDateTime.class))))
			.single();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			// it is gone, and the lock with it
		}
	}

	/**
	 * Changes that wait.
	 *
	 * @param pending how many
	 * @param published the position up to which none waits
	 * @param oldest when the first of them happened, if there is one
	 */
	record Backlog(long pending, long published, @Nullable Instant oldest) {
	}

}
