package social.dialogs;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;

import social.platform.passport.UserId;

/** What a bench has seen, and whether the database agrees. */
final class BenchLedger {

	private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

	private final Map<String, Integer> failed = new ConcurrentHashMap<>();

	private final Map<String, Times> times = new TreeMap<>();

	private int failures;

	void sent(UserId from, UserId to, String text) {
		this.acknowledged.computeIfAbsent(pair(from, to), (pair) -> ConcurrentHashMap.newKeySet()).add(text);
	}

	void failed(UserId one, UserId other) {
		this.failed.merge(pair(one, other), 1, Integer::sum);
		synchronized (this) {
			this.failures++;
		}
	}

	synchronized void took(String what, long nanoseconds) {
		this.times.computeIfAbsent(what, (first) -> new Times()).add(nanoseconds);
	}

	/** A line of figures of what happened since the last one. */
	synchronized String figures(double seconds) {
		var line = new StringBuilder();
		this.times.forEach((what, all) -> line.append("  ").append(what).append(all.figures(seconds)));
		line.append("  failed ").append(this.failures);
		this.times.clear();
		this.failures = 0;
		return line.toString();
	}

	/** What of it is in the database, and on which workers requests failed. */
	String verdict(JdbcClient jdbc) {
		long lost = 0;
		long doubled = 0;
		long gaps = 0;
		long messages = 0;
		for (var pair : this.acknowledged.entrySet()) {
			UUID dialog = id(jdbc, pair.getKey());
			List<String> texts = jdbc.sql("SELECT text FROM message WHERE dialog_id = :id ORDER BY seq")
				.param("id", dialog)
				.query(String.class)
				.list();
			long last = jdbc.sql("SELECT max(seq) FROM message WHERE dialog_id = :id")
				.param("id", dialog)
				.query(Long.class)
				.single();
			var present = new HashSet<>(texts);
			messages += pair.getValue().size();
			lost += pair.getValue().stream().filter((text) -> !present.contains(text)).count();
			doubled += texts.size() - present.size();
			gaps += last - texts.size();
		}
		return "%d messages acknowledged in %d dialogs: lost %d, doubled %d, gaps %d%n".formatted(messages,
				this.acknowledged.size(), lost, doubled, gaps) + workers(jdbc);
	}

	private String workers(JdbcClient jdbc) {
		var known = new HashSet<>(this.acknowledged.keySet());
		known.addAll(this.failed.keySet());
		if (jdbc.sql("SELECT to_regclass('pg_catalog.pg_dist_shard') IS NULL").query(Boolean.class).single()) {
			return "one database: %d dialogs failed".formatted(this.failed.size());
		}
		var dialogs = new TreeMap<String, int[]>();
		for (String pair : known) {
			String worker = jdbc.sql("""
					SELECT nodename || ':' || nodeport FROM pg_dist_placement JOIN pg_dist_node USING (groupid)
					WHERE shardid = get_shard_id_for_distribution_column('dialog', CAST(:id AS uuid))
					""").param("id", id(jdbc, pair)).query(String.class).single();
			int[] counts = dialogs.computeIfAbsent(worker, (first) -> new int[3]);
			counts[0]++;
			counts[1] += this.failed.containsKey(pair) ? 1 : 0;
			counts[2] += this.failed.getOrDefault(pair, 0);
		}
		var lines = new StringBuilder();
		dialogs.forEach((worker, counts) -> lines.append("%s: %d dialogs, %d of them failed at some time, %d requests%n"
			.formatted(worker, counts[0], counts[1], counts[2])));
		return lines.toString();
	}

	private static UUID id(JdbcClient jdbc, String pair) {
		return jdbc.sql("SELECT md5(:pair)::uuid").param("pair", pair).query(UUID.class).single();
	}

	private static String pair(UserId one, UserId other) {
		String low = (one.toString().compareTo(other.toString()) < 0) ? one.toString() : other.toString();
		return low + ":" + (low.equals(one.toString()) ? other : one);
	}

	/** Durations in nanoseconds, as many as come. */
	private static final class Times {

		private long[] all = new long[1024];

		private int count;

		private void add(long nanoseconds) {
			if (this.count == this.all.length) {
				this.all = Arrays.copyOf(this.all, 2 * this.count);
			}
			this.all[this.count++] = nanoseconds;
		}

		private String figures(double seconds) {
			Arrays.sort(this.all, 0, this.count);
			return String.format(Locale.ROOT, "/s %5.0f  p50 %.1f  p99 %.1f  max %.0f ms", this.count / seconds,
					this.all[this.count / 2] / 1e6, this.all[(int) (this.count * 0.99)] / 1e6,
					this.all[this.count - 1] / 1e6);
		}

	}

}
