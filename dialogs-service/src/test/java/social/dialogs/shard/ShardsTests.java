package social.dialogs.shard;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.DialogsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DialogsTest
class ShardsTests {

	@Autowired
	private Shards shards;

	@Autowired
	private JdbcClient jdbc;

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void doAgainWhatAShardThatMovedUndid() {
		assertThat(this.shards.ofDialog(UUID.randomUUID(), () -> failUntil(3))).isEqualTo(3);
	}

	@Test
	void giveUpIfItHelpsNothing() {
		assertThatExceptionOfType(ConcurrencyFailureException.class)
			.isThrownBy(() -> this.shards.ofDialog(UUID.randomUUID(), () -> failUntil(4)));
		assertThat(this.attempts).hasValue(3);
	}

	private int failUntil(int good) {
		int attempt = this.attempts.incrementAndGet();
		if (attempt < good) {
			this.jdbc.sql("""
					DO $$ BEGIN
					RAISE 'shard for the given value does not exist' USING ERRCODE = '40001';
					END $$
					""").update();
		}
		return attempt;
	}

}
