package social.dialogs.shard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Knows which worker holds which shards, as the database told a moment ago.
 * <p>
 * Citus itself finds every shard wherever it moves. Here the knowledge only decides whose
 * room a statement takes, so that being late does no harm.
 */
@Repository
class Placements {

	private final JdbcClient jdbc;

	private final LoadingCache<String, Placement> placements;

	Placements(JdbcClient jdbc, ShardProperties properties) {
		this.jdbc = jdbc;
		this.placements = Caffeine.newBuilder()
			.refreshAfterWrite(properties.refresh())
			.executor(Thread::startVirtualThread)
			.build(this::load);
	}

	Placement of(String table) {
		return this.placements.get(table);
	}

	private Placement load(String table) {
		return spread() ? new Placement(shards(table)) : new Placement(new TreeMap<>());
	}

	private boolean spread() {
		return this.jdbc.sql("SELECT to_regclass('pg_catalog.pg_dist_shard') IS NOT NULL")
			.query(Boolean.class)
			.single();
	}

	private TreeMap<Integer, Integer> shards(String table) {
		return this.jdbc.sql("""
				SELECT shardminvalue, groupid FROM pg_dist_shard JOIN pg_dist_placement USING (shardid)
				WHERE logicalrelid = :table::regclass
				""")
			.param("table", table)
			.query(Placements::shard)
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
	}

	private static Map.Entry<Integer, Integer> shard(ResultSet row, int number) throws SQLException {
		return Map.entry(Integer.valueOf(row.getString("shardminvalue")), row.getInt("groupid"));
	}

}
