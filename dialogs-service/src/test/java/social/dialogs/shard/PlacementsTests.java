package social.dialogs.shard;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.DialogsTest;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class PlacementsTests {

	@Autowired
	private Placements placements;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void hashAsTheDatabaseDoes() {
		for (UUID key : keys()) {
			assertThat(UuidHash.of(key)).as("%s", key)
				.isEqualTo(this.jdbc.sql("SELECT uuid_hash(:key)").param("key", key).query(Integer.class).single());
		}
	}

	@Test
	@DisabledIfEnvironmentVariable(named = "CITUS_URL", matches = ".+", disabledReason = "there it is spread")
	void knowNoWorkersWhereNothingIsSpread() {
		assertThat(this.placements.of("dialog").worker(UUID.randomUUID())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "dialog", "user_dialog" })
	@EnabledIfEnvironmentVariable(named = "CITUS_URL", matches = "jdbc:.*")
	void findTheWorkerThatCitusFinds(String table) {
		for (UUID key : keys()) {
			assertThat(this.placements.of(table).worker(key)).as("%s", key).hasValue(this.jdbc.sql("""
					SELECT groupid FROM pg_dist_placement
					WHERE shardid = get_shard_id_for_distribution_column(:table::regclass, :key)
					""").param("table", table).param("key", key).query(Integer.class).single());
		}
	}

	@Test
	void giveTheirConnectionBack() {
		for (int i = 0; i < 40; i++) {
			new Placements(this.jdbc, new ShardProperties(256, 8, Duration.ofSeconds(1), Duration.ofSeconds(5)))
				.of("dialog");
		}
	}

	private static List<UUID> keys() {
		return Stream.concat(Stream.of(new UUID(0, 0), new UUID(-1, -1)), Stream.generate(UUID::randomUUID).limit(200))
			.toList();
	}

}
