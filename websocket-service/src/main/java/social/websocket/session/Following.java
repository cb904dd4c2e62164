package social.websocket.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import social.platform.passport.UserId;

/**
 * Whom a user follows while news are gone through once more, from before the first.
 * Guarded by the audience's lock.
 */
class Following {

	private final UserId user;

	private final Set<UserId> authors;

	/**
	 * Goes back from what was true at any time since. Of each author the first of the
	 * news tells, as it is only told when it changes something: one who is followed then
	 * was not before, and the other way about.
	 */
	Following(UserId user, Collection<UserId> since, Stream<News> news) {
		this.user = user;
		this.authors = new HashSet<>(since);
		Map<UserId, Boolean> before = new HashMap<>();
		news.forEach((one) -> change(one, (author, follows) -> before.putIfAbsent(author, !follows)));
		before.forEach(this::set);
	}

	Set<UserId> authors() {
		return this.authors;
	}

	/** Goes on to after one of the news. */
	void hear(News news) {
		change(news, this::set);
	}

	private void set(UserId author, boolean follows) {
		if (follows) {
			this.authors.add(author);
		}
		else {
			this.authors.remove(author);
		}
	}

	private void change(News news, Change change) {
		if (news instanceof News.Followed followed && followed.user().equals(this.user)) {
			change.to(followed.author(), true);
		}
		if (news instanceof News.Unfollowed unfollowed && unfollowed.user().equals(this.user)) {
			change.to(unfollowed.author(), false);
		}
	}

	private interface Change {

		void to(UserId author, boolean follows);

	}

}
