package social.users.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;

/** Keeps sessions and the hashes of their refresh tokens. */
@Repository
class SessionStore {

	private final JdbcClient jdbc;

	private final SessionProperties properties;

	SessionStore(JdbcClient jdbc, SessionProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	void add(UUID session, UserId user, byte[] salt) {
		this.jdbc.sql("""
				insert into session (id, user_id, salt, expires_at)
				values (:id, :user, :salt, now() + make_interval(secs => :life))
				""")
			.param("id", session)
			.param("user", user.value())
			.param("salt", salt)
			.param("life", this.properties.life().toSeconds())
			.update();
	}

	void add(UUID session, int number, RefreshToken token) {
		this.jdbc.sql("insert into refresh_token (hash, session_id, number) values (:hash, :session, :number)")
			.param("hash", token.hash())
			.param("session", session)
			.param("number", number)
			.update();
	}

	/** Finds a token and keeps others from using it until the transaction ends. */
	Optional<StoredToken> use(RefreshToken token) {
		return this.jdbc.sql("""
				select t.session_id, s.user_id, s.salt, t.number,
				       case when t.spent_at is null then 'FRESH'
				            when t.spent_at > clock_timestamp() - make_interval(secs => :grace)
				             and t.number = (select max(number) - 1 from refresh_token
				                             where session_id = t.session_id) then 'REPEATED'
				            else 'SPENT' end as state
				from refresh_token t join session s on s.id = t.session_id
				where t.hash = :hash and s.expires_at > now()
				""")
			.param("hash", token.hash())
			.param("grace", this.properties.grace().toMillis() / 1000.0)
			.query(StoredToken::read)
			.optional();
	}

	/** Lets nobody else use any token of the session until the transaction ends. */
	boolean lock(RefreshToken token) {
		return this.jdbc.sql("""
				select true from session
				where id = (select session_id from refresh_token where hash = :hash) for update
				""").param("hash", token.hash()).query(Boolean.class).optional().isPresent();
	}

	/** Marks a token as used, prolongs its session and forgets the oldest ones. */
	void spend(StoredToken token) {
		this.jdbc.sql("""
				with spent as (
				  update refresh_token set spent_at = clock_timestamp()
				  where session_id = :session and number = :number),
				forgotten as (
				  delete from refresh_token where session_id = :session and number <= :number - :kept)
				update session set expires_at = now() + make_interval(secs => :life) where id = :session
				""")
			.param("session", token.session())
			.param("number", token.number())
			.param("kept", this.properties.spent())
			.param("life", this.properties.life().toSeconds())
			.update();
	}

	/** Ends a session of a user; empty if it was not there. */
	List<UUID> end(UUID session, UserId user) {
		return this.jdbc.sql("delete from session where id = :id and user_id = :user returning id")
			.param("id", session)
			.param("user", user.value())
			.query(UUID.class)
			.list();
	}

	/** Ends all sessions of a user but so many of the newest. */
	List<UUID> endAllBut(int newest, UserId user) {
		return this.jdbc.sql("""
				delete from session where id in (
				  select id from session where user_id = :user order by created_at desc offset :newest)
				returning id
				""").param("user", user.value()).param("newest", newest).query(UUID.class).list();
	}

	/** Forgets the sessions that nobody has prolonged. */
	void prune() {
		this.jdbc.sql("delete from session where expires_at < now()").update();
	}

}
