package social.users.account;

import java.time.Duration;

import org.springframework.stereotype.Component;

import social.platform.failure.Failure;
import social.platform.passport.UserId;
import social.users.password.PasswordHasher;

/** Tells whether somebody is who they claim to be. */
@Component
public class Credentials {

	private final Accounts accounts;

	private final LoginFailures failures;

	private final PasswordHasher hasher;

	Credentials(Accounts accounts, LoginFailures failures, PasswordHasher hasher) {
		this.accounts = accounts;
		this.failures = failures;
		this.hasher = hasher;
	}

	/**
	 * Passes if the password is that of the user.
	 * @throws Failure if there is no such user, or the password is wrong, or was so too
	 * often just now
	 */
	public void check(UserId user, String password) {
		Duration wait = this.failures.wait(user);
		if (wait.isPositive()) {
			throw new TooManyFailures(wait);
		}
		String hash = this.accounts.passwordOf(user).orElse(null);
		boolean right = this.hasher.matches(password, hash);
		if (hash == null) {
			throw new UserNotFound(user);
		}
		if (!right) {
			this.failures.add(user);
			throw new WrongPassword();
		}
		this.failures.forgive(user);
	}

}
