package social.websocket.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import social.platform.passport.UserId;

/**
 * Who of those connected here follows an author. Guarded by the audience's lock.
 */
class Followers {

	private final Map<UserId, Set<Subscriber>> followers = new HashMap<>();

	Set<Subscriber> of(UserId author) {
		return this.followers.getOrDefault(author, Set.of());
	}

	void add(Subscriber subscriber, UserId author) {
		if (subscriber.authors().add(author)) {
			this.followers.computeIfAbsent(author, (absent) -> new HashSet<>()).add(subscriber);
		}
	}

	void remove(Subscriber subscriber, UserId author) {
		if (subscriber.authors().remove(author)) {
			forget(subscriber, author);
		}
	}

	void remove(Subscriber subscriber) {
		subscriber.authors().forEach((author) -> forget(subscriber, author));
		subscriber.authors().clear();
	}

	void clear() {
		this.followers.clear();
	}

	private void forget(Subscriber subscriber, UserId author) {
		this.followers.computeIfPresent(author, (key, rest) -> {
			rest.remove(subscriber);
			return rest.isEmpty() ? null : rest;
		});
	}

}
