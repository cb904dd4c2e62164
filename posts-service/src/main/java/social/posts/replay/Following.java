package social.posts.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import social.platform.passport.UserId;

/**
 * Whom a user followed when, as far back as the turns are known.
 * <p>
 * Told from its end: whom the user follows now, and each turn on the way there. Before
 * the first turn it was the other way round.
 */
class Following {

	private final Set<UserId> now;

	private final Map<UserId, NavigableMap<Long, Boolean>> turns = new HashMap<>();

	Following(Collection<UserId> now, List<Turn> turns) {
		this.now = Set.copyOf(now);
		turns.forEach((turn) -> this.turns.computeIfAbsent(turn.author(), (author) -> new TreeMap<>())
			.putIfAbsent(turn.position(), turn.follows()));
	}

	/** Everybody whom the user ever followed in that time. */
	Set<UserId> all() {
		var all = new HashSet<>(this.now);
		all.addAll(this.turns.keySet());
		return all;
	}

	/** Whether the user followed an author at a position. */
	boolean of(UserId author, long position) {
		NavigableMap<Long, Boolean> own = this.turns.get(author);
		if (own == null) {
			return this.now.contains(author);
		}
		var last = own.floorEntry(position);
		return (last != null) ? last.getValue() : !own.firstEntry().getValue();
	}

	/**
	 * A user begins or ceases to follow an author.
	 *
	 * @param position when; {@link #LATEST} if it has no position yet
	 */
	record Turn(long position, UserId author, boolean follows) {

		static final long LATEST = Long.MAX_VALUE;

	}

}
