package social.users.account;

import java.time.Duration;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.failure.Failure;
import social.platform.passport.UserId;
import social.users.password.PasswordHasher;

/** Tells whether somebody is who they claim to be. */
@Component
public class Credentials {

	private final Accounts accounts;

	private final LoginFailures failures;

	private final PasswordHasher hasher;

	private final TransactionTemplate transaction;

	Credentials(Accounts accounts, LoginFailures failures, PasswordHasher hasher, TransactionTemplate transaction) {
		this.accounts = accounts;
		this.failures = failures;
		this.hasher = hasher;
		this.transaction = transaction;
	}

	/**
	 * Passes if the password is that of the user.
	 * @throws Failure if there is no such user, or the password is wrong, or was so too
	 * often just now
	 */
	public void check(UserId user, String password) {
		refuse(this.failures.wait(user));
		String hash = this.accounts.passwordOf(user).orElse(null);
		boolean right = this.hasher.matches(password, hash);
		if (hash == null) {
			throw new UserNotFound(user);
		}
		refuse(judge(user, right));
		if (!right) {
			throw new WrongPassword();
		}
	}

	/**
	 * Takes note of a try, unless those hashed beside it were wrong so often that this
	 * user has to wait by now: then nobody is told whether it was right.
	 */
	private Duration judge(UserId user, boolean right) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.accounts.lock(user);
			Duration wait = this.failures.wait(user);
			if (wait.isZero() && right) {
				this.failures.forgive(user);
			}
			else if (wait.isZero()) {
				this.failures.add(user);
			}
			return wait;
		}));
	}

	private static void refuse(Duration wait) {
		if (wait.isPositive()) {
			throw new TooManyFailures(wait);
		}
	}

}
