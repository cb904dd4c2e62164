package social.users.account;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.passport.UserId;
import social.users.password.PasswordHasher;

/**
 * Makes accounts. With a key of its own a client may send a registration again, not
 * knowing whether it arrived: there is one account in the end, and one answer.
 */
@Component
class Registrations {

	private final Accounts accounts;

	private final RegistrationKeys keys;

	private final PasswordHasher hasher;

	private final TransactionTemplate transaction;

	Registrations(Accounts accounts, RegistrationKeys keys, PasswordHasher hasher, TransactionTemplate transaction) {
		this.accounts = accounts;
		this.keys = keys;
		this.hasher = hasher;
		this.transaction = transaction;
	}

	/**
	 * Registers somebody.
	 * @throws KeyUsedForAnotherPerson if it stands for somebody else
	 */
	UserId register(Profile profile, String password, @Nullable String key) {
		if (key == null) {
			return this.accounts.add(profile, this.hasher.hash(password));
		}
		Optional<UserId> known = this.keys.find(key);
		if (known.isPresent()) {
			return same(known.get(), profile, password);
		}
		Optional<UserId> added = add(profile, this.hasher.hash(password), key);
		return added.orElseGet(() -> same(this.keys.find(key).orElseThrow(), profile, password));
	}

	private Optional<UserId> add(Profile profile, String hash, String key) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			UserId account = this.accounts.add(profile, hash);
			if (this.keys.add(key, account)) {
				return Optional.of(account);
			}
			status.setRollbackOnly();
			return Optional.<UserId>empty();
		}));
	}

	/** No trace of the body is kept but the account: its password is compared as one. */
	private UserId same(UserId id, Profile profile, String password) {
		boolean right = this.hasher.matches(password, this.accounts.passwordOf(id).orElse(null));
		boolean alike = this.accounts.find(id).filter((account) -> account.profile().equals(profile)).isPresent();
		if (!right || !alike) {
			throw new KeyUsedForAnotherPerson();
		}
		return id;
	}

}
