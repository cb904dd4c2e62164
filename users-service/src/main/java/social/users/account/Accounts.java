package social.users.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;

/** Keeps the accounts. */
@Repository
class Accounts {

	private final JdbcClient jdbc;

	Accounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds an account in one statement: it is there whole or not at all. */
	UserId add(Profile profile, String passwordHash) {
		UserId id = new UserId(timeOrderedId());
		this.jdbc.sql("""
				insert into account (id, first_name, second_name, birthdate, biography, city, password)
				values (:id, :firstName, :secondName, :birthdate, :biography, :city, :password)
				""")
			.param("id", id.value())
			.param("firstName", profile.firstName())
			.param("secondName", profile.secondName())
			.param("birthdate", profile.birthdate())
			.param("biography", profile.biography())
			.param("city", profile.city())
			.param("password", passwordHash)
			.update();
		return id;
	}

	Optional<Account> find(UserId id) {
		return this.jdbc.sql("""
				select id, first_name, second_name, birthdate, biography, city from account where id = :id
				""").param("id", id.value()).query(Account::read).optional();
	}

	boolean has(UserId id) {
		return this.jdbc.sql("select exists(select from account where id = :id)")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	/** The hash that is kept of somebody's password. */
	Optional<String> passwordOf(UserId id) {
		return this.jdbc.sql("select password from account where id = :id")
			.param("id", id.value())
			.query(String.class)
			.optional();
	}

	/** Lets nobody else judge this user until the transaction ends. */
	void lock(UserId id) {
		this.jdbc.sql("select true from account where id = :id for no key update")
			.param("id", id.value())
			.query(Boolean.class)
			.optional();
	}

	/** Version 7: newer accounts go to the right end of the index. */
	private static UUID timeOrderedId() {
		UUID random = UUID.randomUUID();
		long high = (System.currentTimeMillis() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xFFF);
		return new UUID(high, random.getLeastSignificantBits());
	}

}
