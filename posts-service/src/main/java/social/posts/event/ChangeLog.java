package social.posts.event;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import social.platform.request.RequestIds;

/**
 * Keeps the changes for as long as somebody may ask for them again.
 * <p>
 * Who wants to act on a change within this process listens for the {@link Change} itself,
 * after the commit.
 */
@Repository
public class ChangeLog {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ApplicationEventPublisher listeners;

	ChangeLog(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher listeners) {
		this.jdbc = jdbc;
		this.json = json;
		this.listeners = listeners;
	}

	/**
	 * Logs a change in the transaction that makes it: both happen or neither.
	 * <p>
	 * Log a change after the statement that makes it. Changes of one row are then logged
	 * in the order in which the row saw them.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(Change change) {
		logged(this.jdbc.sql("""
				INSERT INTO post_event (type, actor_id, at, body, request_id)
				VALUES (:type, :actor, :at, :body::jsonb, :requestId)
				"""), change);
	}

	/**
	 * Makes a change and logs it in one statement, which commits at once.
	 * <p>
	 * If every change before it has a position and nobody gives any just now, it gets the
	 * next one itself; others that commit meanwhile wait for the relay, so that the order
	 * of positions stays that of commits. No client is waited for under that lock.
	 * @param statement what makes the change
	 * @param params its parameters
	 */
	@Transactional(propagation = Propagation.NEVER)
	public void make(Change change, String statement, Map<String, ?> params) {
		logged(this.jdbc.sql("WITH made AS (" + statement + """
				), turn AS (
					SELECT FROM post_event_relay WHERE NOT EXISTS (SELECT FROM post_event WHERE position IS NULL)
					FOR UPDATE SKIP LOCKED
				), place AS (
					UPDATE post_event_relay SET placed = placed + 1 WHERE EXISTS (SELECT FROM turn) RETURNING placed
				)
				INSERT INTO post_event (type, actor_id, at, body, request_id, position)
				VALUES (:type, :actor, :at, :body::jsonb, :requestId, (SELECT placed FROM place))
				""").params(params), change);
	}

	private void logged(JdbcClient.StatementSpec insert, Change change) {
		insert.param("type", change.type())
			.param("actor", change.actor().value())
			.param("at", change.at().atOffset(ZoneOffset.UTC))
			.param("body", this.json.writeValueAsString(change))
			.param("requestId", RequestIds.currentOrNew())
			.update();
		this.listeners.publishEvent(change);
	}

	/** The last position that there is: what is yet to happen comes after it. */
	long position() {
		return this.jdbc.sql("SELECT placed FROM post_event_relay").query(Long.class).single();
	}

	/**
	 * The changes after a position, in order. Positions have no gaps: if the first one
	 * here is not the next one, what lay between is no longer kept.
	 */
	List<LoggedChange> after(long position, int limit) {
		return this.jdbc.sql("SELECT " + LoggedChange.COLUMNS + """
				FROM post_event WHERE position > :position ORDER BY position LIMIT :limit
				""").param("position", position).param("limit", limit).query(LoggedChange.class).list();
	}

}
