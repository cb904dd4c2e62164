package social.users.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.users.token.Tokens;

/** Keeps revocations for as long as they matter. */
@Repository
class RevocationStore {

	// clocks of those who verify may be behind
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Tokens tokens;

	RevocationStore(JdbcClient jdbc, Tokens tokens) {
		this.jdbc = jdbc;
		this.tokens = tokens;
	}

	void add(Collection<UUID> sessions) {
		this.jdbc.sql("""
				insert into revocation (session_id, until)
				select session_id, now() + make_interval(secs => :life)
				from unnest(:sessions) as ended (session_id)
				on conflict (session_id) do nothing
				""")
			.param("life", this.tokens.life().plus(MARGIN).toSeconds())
			.param("sessions", sessions.toArray(UUID[]::new))
			.update();
	}

	/** The revocations of these sessions. */
	List<Revocation> revoked(Collection<UUID> sessions) {
		return this.jdbc.sql("select session_id, until from revocation where session_id = any(:sessions)")
			.param("sessions", sessions.toArray(UUID[]::new))
			.query(RevocationStore::read)
			.list();
	}

	/**
	 * What was revoked since a place, and the place to go on from. A transaction that was
	 * under way at that place comes after it, whenever it began; some may come twice.
	 */
	RevocationPage since(String place, int limit) {
		List<Row> rows = this.jdbc.sql("""
				select r.session_id, r.until, r.xid::text as xid,
				       pg_snapshot_xmin(pg_current_snapshot())::text as horizon
				from (values (1)) as always (one) left join (
				  select session_id, until, xid from revocation
				  where xid >= cast(:place as xid8) and until > now()
				  order by xid limit :limit) as r on true
				order by r.xid
				""").param("place", place).param("limit", limit).query(Row::read).list();
		List<Revocation> found = rows.stream().map(Row::revocation).flatMap(Optional::stream).toList();
		return new RevocationPage(found, (found.size() < limit) ? rows.getFirst().horizon() : rows.getLast().xid(),
				found.size() == limit);
	}

	/** Forgets what has ended by itself. */
	void prune() {
		this.jdbc.sql("delete from revocation where until < now()").update();
	}

	private static Revocation read(ResultSet row, int number) throws SQLException {
		return new Revocation(row.getObject("session_id", UUID.class), instant(row));
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("until", OffsetDateTime.class).toInstant();
	}

	private record Row(Optional<Revocation> revocation, String xid, String horizon) {

		static Row read(ResultSet row, int number) throws SQLException {
			@Nullable UUID session = row.getObject("session_id", UUID.class);
			return new Row((session != null) ? Optional.of(new Revocation(session, instant(row))) : Optional.empty(),
					String.valueOf(row.getString("xid")), row.getString("horizon"));
		}

	}

}
