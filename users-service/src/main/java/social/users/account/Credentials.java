package social.users.account;

import org.springframework.stereotype.Component;

import social.platform.failure.Failure;
import social.platform.passport.UserId;
import social.users.password.PasswordHasher;

/** Tells whether somebody is who they claim to be. */
@Component
public class Credentials {

	private final Accounts accounts;

	private final PasswordHasher hasher;

	Credentials(Accounts accounts, PasswordHasher hasher) {
		this.accounts = accounts;
		this.hasher = hasher;
	}

	/**
	 * Passes if the password is that of the user.
	 * @throws Failure if there is no such user, or the password is wrong
	 */
	public void check(UserId user, String password) {
		String hash = this.accounts.passwordOf(user).orElse(null);
		boolean right = this.hasher.matches(password, hash);
		if (hash == null) {
			throw new UserNotFound(user);
		}
		if (!right) {
			throw new WrongPassword();
		}
	}

}
