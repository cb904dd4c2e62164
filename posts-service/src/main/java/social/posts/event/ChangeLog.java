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
 * after the commit; who wants to hand it on, for the {@link LoggedChange}, which comes
 * first if it has its position already.
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
		params(this.jdbc.sql("""
				INSERT INTO post_event (type, actor_id, at, body, request_id)
				VALUES (:type, :actor, :at, :body::jsonb, :requestId)
				"""), change).update();
		this.listeners.publishEvent(change);
	}

	/**
	 * Writes something new and logs it in one statement, which commits at once.
	 * <p>
	 * If every change that is committed by then has a position and nobody gives any just
	 * now, this one gets the next itself; else it waits for the relay as others do. What
	 * was answered before it is never overtaken, and no client is waited for under the
	 * lock. Who listens hears of it within this call, when all is done: they must not
	 * throw.
	 * @param statement inserts what nobody else can change yet
	 * @param params its parameters
	 */
	@Transactional(propagation = Propagation.NEVER)
	public void make(Change change, String statement, Map<String, ?> params) {
		params(this.jdbc.sql("WITH made AS (" + statement + """
				), turn AS (
					SELECT FROM post_event_relay WHERE NOT EXISTS (SELECT FROM post_event WHERE position IS NULL)
					FOR UPDATE SKIP LOCKED
				), place AS (
					UPDATE post_event_relay SET placed = placed + 1 WHERE EXISTS (SELECT FROM turn) RETURNING placed
				), logged AS (
					INSERT INTO post_event (type, actor_id, at, body, request_id, position)
					VALUES (:type, :actor, :at, :body::jsonb, :requestId, (SELECT placed FROM place))
					RETURNING post_event.*
				)
				SELECT\s""" + LoggedChange.COLUMNS + "FROM logged WHERE position IS NOT NULL").params(params), change)
			.query(LoggedChange.class)
			.optional()
			.ifPresent(this.listeners::publishEvent);
		this.listeners.publishEvent(change);
	}

	private JdbcClient.StatementSpec params(JdbcClient.StatementSpec insert, Change change) {
		return insert.param("type", change.type())
			.param("actor", change.actor().value())
			.param("at", change.at().atOffset(ZoneOffset.UTC))
			.param("body", this.json.writeValueAsString(change))
			.param("requestId", RequestIds.currentOrNew());
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
		return LoggedChange.after(this.jdbc, position, limit);
	}

}
