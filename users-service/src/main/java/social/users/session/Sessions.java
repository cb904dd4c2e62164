package social.users.session;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.passport.UserId;
import social.users.revocation.Revocations;
import social.users.session.Renewal.Renewed;
import social.users.session.Renewal.Reused;
import social.users.session.Renewal.Unknown;

/** Begins, prolongs and ends sessions. */
@Component
class Sessions {

	private final SessionStore store;

	private final Revocations revocations;

	private final SessionProperties properties;

	private final TransactionTemplate transaction;

	Sessions(SessionStore store, Revocations revocations, SessionProperties properties,
			TransactionTemplate transaction) {
		this.store = store;
		this.revocations = revocations;
		this.properties = properties;
		this.transaction = transaction;
	}

	/** Begins a session of somebody who has just proved who they are. */
	Renewed begin(UserId user) {
		var begun = new Renewed(user, UUID.randomUUID(), RefreshToken.first());
		end(() -> {
			this.store.add(begun.session(), user, RefreshToken.salt());
			this.store.add(begun.session(), 1, begun.token());
			return this.store.endAllBut(this.properties.most(), user);
		});
		return begun;
	}

	/**
	 * Exchanges a refresh token for the next; a session whose token is used twice ends.
	 */
	Renewed renew(RefreshToken token) {
		Renewal renewal = Objects.requireNonNull(this.transaction.execute((status) -> use(token)));
		return switch (renewal) {
			case Renewed renewed -> renewed;
			case Reused reused -> {
				this.revocations.announce(List.of(reused.session()));
				throw new RefreshTokenRefused();
			}
			case Unknown unknown -> throw new RefreshTokenRefused();
		};
	}

	/** Ends one session. */
	void end(UUID session, UserId user) {
		end(() -> {
			this.store.end(session, user);
			// whether it was there or not: tokens of it are
			return List.of(session);
		});
	}

	/** Ends all sessions of a user. */
	void endAll(UserId user) {
		end(() -> this.store.endAllBut(0, user));
	}

	private Renewal use(RefreshToken token) {
		if (!this.store.lock(token)) {
			return new Unknown();
		}
		return this.store.use(token).<Renewal>map((stored) -> use(token, stored)).orElseGet(Unknown::new);
	}

	private Renewal use(RefreshToken token, StoredToken stored) {
		var next = token.next(stored.salt());
		return switch (stored.state()) {
			case FRESH -> {
				this.store.add(stored.session(), stored.number() + 1, next);
				this.store.spend(stored);
				yield new Renewed(stored.user(), stored.session(), next);
			}
			case REPEATED -> new Renewed(stored.user(), stored.session(), next);
			case SPENT -> {
				this.revocations.add(this.store.end(stored.session(), stored.user()));
				yield new Reused(stored.session());
			}
		};
	}

	private void end(Supplier<List<UUID>> ending) {
		List<UUID> ended = Objects.requireNonNull(this.transaction.execute((status) -> {
			List<UUID> sessions = ending.get();
			if (!sessions.isEmpty()) {
				this.revocations.add(sessions);
			}
			return sessions;
		}));
		this.revocations.announce(ended);
	}

}
