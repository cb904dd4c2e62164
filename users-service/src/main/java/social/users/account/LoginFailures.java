package social.users.account;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;

/**
 * Counts wrong passwords in a row, and makes whoever guesses wait longer and longer. It
 * is never for ever, since it could as well be the account's owner who has to wait.
 */
@Repository
class LoginFailures {

	private final JdbcClient jdbc;

	private final LoginProperties properties;

	LoginFailures(JdbcClient jdbc, LoginProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	/** How long nobody may try to be this user. */
	Duration wait(UserId user) {
		double seconds = this.jdbc.sql("""
				select extract(epoch from last_at - now())
				       + least(:longest, power(2, least(failures - :free, 30)) * 0.5)
				from login_failure where account_id = :user and failures > :free
				""")
			.param("user", user.value())
			.param("free", this.properties.free())
			.param("longest", this.properties.longest().toSeconds())
			.query(Double.class)
			.optional()
			.orElse(0.0);
		return Duration.ofMillis((long) Math.max(0, seconds * 1000));
	}

	/** Takes note of a wrong password. */
	void add(UserId user) {
		this.jdbc.sql("""
				insert into login_failure (account_id, failures, last_at) values (:user, 1, now())
				on conflict (account_id) do update set last_at = now(), failures =
				  case when login_failure.last_at < now() - make_interval(secs => :longest) then 1
				       else login_failure.failures + 1 end
				""").param("user", user.value()).param("longest", this.properties.longest().toSeconds()).update();
	}

	/** Forgets them all: the password was right. */
	void forgive(UserId user) {
		this.jdbc.sql("delete from login_failure where account_id = :user").param("user", user.value()).update();
	}

	/** Forgets what counts no more. */
	void prune() {
		this.jdbc.sql("delete from login_failure where last_at < now() - make_interval(secs => :longest)")
			.param("longest", this.properties.longest().toSeconds())
			.update();
	}

}
