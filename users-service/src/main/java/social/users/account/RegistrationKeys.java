package social.users.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;

/** Keeps for a day what was registered under clients' own keys. */
@Repository
class RegistrationKeys {

	private final JdbcClient jdbc;

	RegistrationKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<UserId> find(String key) {
		return this.jdbc.sql("""
				select account_id from registration_key
				where key = :key and created_at > now() - interval '24 hours'
				""").param("key", key).query(UUID.class).optional().map(UserId::new);
	}

	/**
	 * Keeps it, in the transaction under way; false if somebody else has taken the key,
	 * for whose end it waits.
	 */
	boolean add(String key, UserId account) {
		return this.jdbc.sql("""
				insert into registration_key (key, account_id) values (:key, :account)
				on conflict (key) do update set account_id = excluded.account_id, created_at = now()
				where registration_key.created_at <= now() - interval '24 hours'
				""").param("key", key).param("account", account.value()).update() == 1;
	}

	/** Forgets what is older than a day. */
	void prune() {
		this.jdbc.sql("delete from registration_key where created_at <= now() - interval '24 hours'").update();
	}

}
