package social.dialogs.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import social.dialogs.audit.Tally.Entry;
import social.dialogs.audit.Tally.Side;

/**
 * Counts dialogs anew, while people write.
 * <p>
 * All of a dialog is counted by one statement on one shard, so of one moment. Entries in
 * lists come after the first message, as soon as where they are kept can be reached: a
 * minute later they are expected.
 */
@Repository
class Audit {

	private final JdbcClient jdbc;

	Audit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The dialogs after one, in the order of their ids. */
	List<UUID> dialogs(UUID after, int limit) {
		return this.jdbc.sql("SELECT dialog_id FROM dialog WHERE dialog_id > :after ORDER BY dialog_id LIMIT :limit")
			.param("after", after)
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	/** What does not agree in some dialogs. */
	List<Difference> differences(List<UUID> dialogs) {
		List<Tally> tallies = tallies(dialogs);
		Set<Entry> entries = entries(tallies);
		return tallies.stream().flatMap((tally) -> tally.differences(entries)).toList();
	}

	private List<Tally> tallies(List<UUID> dialogs) {
		return this.jdbc.sql("""
				SELECT dialog.dialog_id, last_seq, listed OR last_at < now() - interval '1 minute' AS listed,
				  count(seq) AS messages, coalesce(min(seq), 0) AS first, coalesce(max(seq), 0) AS last,
				  user_lo, coalesce(low.count, -1) AS low_stored,
				  count(*) FILTER (WHERE from_id <> user_lo AND seq > low.read_seq) AS low_counted,
				  user_hi, coalesce(high.count, -1) AS high_stored,
				  count(*) FILTER (WHERE from_id <> user_hi AND seq > high.read_seq) AS high_counted
				FROM dialog
				LEFT JOIN unread low ON low.dialog_id = dialog.dialog_id AND low.user_id = user_lo
				LEFT JOIN unread high ON high.dialog_id = dialog.dialog_id AND high.user_id = user_hi
				LEFT JOIN message ON message.dialog_id = dialog.dialog_id
				WHERE dialog.dialog_id = ANY (:dialogs)
				GROUP BY dialog.dialog_id, last_seq, listed, last_at, user_lo, low.count, user_hi, high.count
				ORDER BY dialog.dialog_id
				""")
			.param("dialogs", array(dialogs))
			.query((row, number) -> new Tally(row.getObject("dialog_id", UUID.class), row.getLong("last_seq"),
					row.getLong("messages"), row.getLong("first"), row.getLong("last"), side(row, "user_lo", "low"),
					side(row, "user_hi", "high"), row.getBoolean("listed")))
			.list();
	}

	private Set<Entry> entries(List<Tally> tallies) {
		Stream<UUID> people = tallies.stream().flatMap((tally) -> Stream.of(tally.low().user(), tally.high().user()));
		return this.jdbc.sql("""
				SELECT user_id, dialog_id, other_id FROM user_dialog
				WHERE user_id = ANY (:people) AND dialog_id = ANY (:dialogs)
				""")
			.param("people", array(people.distinct().toList()))
			.param("dialogs", array(tallies.stream().map(Tally::dialog).toList()))
			.query((row, number) -> new Entry(row.getObject("user_id", UUID.class),
					row.getObject("dialog_id", UUID.class), row.getObject("other_id", UUID.class)))
			.set();
	}

	private static Side side(ResultSet row, String user, String side) throws SQLException {
		return new Side(row.getObject(user, UUID.class), row.getLong(side + "_stored"), row.getLong(side + "_counted"));
	}

	private static SqlArrayValue array(Collection<UUID> ids) {
		return new SqlArrayValue("uuid", ids.toArray());
	}

}
