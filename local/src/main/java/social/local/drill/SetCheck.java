package social.local.drill;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what was written with what came: every post that exists has to be in each
 * follower's feed and histories, once, in order, and nothing else.
 *
 * @param attempts what was tried since the check before
 * @param earlier the numbers below this one were checked before
 * @param follows the authors of each follower
 */
record SetCheck(Map<Integer, Attempt> attempts, int earlier, List<Set<Integer>> follows) {

	/** Judges what all of them have. */
	Verdict of(List<History> histories, List<Feed> feeds) {
		var verdict = new Verdict();
		Set<Integer> there = there(histories, feeds);
		for (History history : histories) {
			String whose = "a socket of follower " + history.follower();
			complete(verdict, whose, history.follower(), new HashSet<>(posts(history)), there);
			inOrder(verdict, whose, history);
		}
		for (Feed feed : feeds) {
			String whose = "the feed of follower " + feed.follower();
			complete(verdict, whose, feed.follower(), new HashSet<>(feed.posts()), there);
			once(verdict, whose, feed.follower(), feed.posts());
		}
		return verdict;
	}

	/** Whether each history has all that is acknowledged. */
	boolean isReceived(List<History> histories) {
		var verdict = new Verdict();
		Set<Integer> there = there(List.of(), List.of());
		histories.forEach((history) -> complete(verdict, "", history.follower(), new HashSet<>(posts(history)), there));
		return verdict.lost() == 0;
	}

	/** What is acknowledged, and what is not but was seen by anybody. */
	private Set<Integer> there(List<History> histories, List<Feed> feeds) {
		var there = new HashSet<Integer>();
		this.attempts.forEach((number, attempt) -> {
			if (attempt.outcome() == Attempt.Outcome.ACKNOWLEDGED) {
				there.add(number);
			}
		});
		Stream
			.concat(histories.stream().flatMap((history) -> posts(history).stream()),
					feeds.stream().flatMap((feed) -> feed.posts().stream()))
			.filter((number) -> this.attempts.containsKey(number)
					&& this.attempts.get(number).outcome() == Attempt.Outcome.UNKNOWN)
			.forEach(there::add);
		there.removeIf((number) -> number < this.earlier);
		return there;
	}

	private void complete(Verdict verdict, String whose, int follower, Set<Integer> seen, Set<Integer> there) {
		for (int number : there) {
			if (isFor(follower, number) && !seen.contains(number)) {
				verdict.lost("%s lacks post %d".formatted(whose, number));
			}
		}
	}

	private void inOrder(Verdict verdict, String whose, History history) {
		var positions = new HashSet<Long>();
		long last = Long.MIN_VALUE;
		for (Frame frame : history.frames()) {
			if (frame.kind() == Frame.Kind.GAP) {
				verdict.gap("%s, up to %d".formatted(whose, frame.position()));
			}
			else if (frame.kind() == Frame.Kind.POST) {
				if (!positions.add(frame.position())) {
					verdict.doubled("%s got position %d again".formatted(whose, frame.position()));
				}
				else if (frame.position() <= last) {
					verdict.outOfOrder("%s got %d after %d".formatted(whose, frame.position(), last));
				}
				last = Math.max(last, frame.position());
			}
		}
		once(verdict, whose, history.follower(), onePosition(history));
	}

	private void once(Verdict verdict, String whose, int follower, List<Integer> posts) {
		var seen = new HashSet<Integer>();
		for (int number : posts) {
			if (!isFor(follower, number)) {
				verdict.invented("%s has post %d".formatted(whose, number));
			}
			else if (!seen.add(number)) {
				verdict.doubled("%s has post %d again".formatted(whose, number));
			}
		}
	}

	private boolean isFor(int follower, int number) {
		Attempt attempt = this.attempts.get(number);
		return attempt != null && attempt.outcome() != Attempt.Outcome.REFUSED
				&& this.follows.get(follower).contains(attempt.author());
	}

	// the same position twice is told above: here the same post at two positions
	private static List<Integer> onePosition(History history) {
		var positions = new HashSet<Long>();
		return history.frames()
			.stream()
			.filter((frame) -> frame.kind() == Frame.Kind.POST && positions.add(frame.position()))
			.map(Frame::post)
			.toList();
	}

	private static List<Integer> posts(History history) {
		return history.frames().stream().filter((frame) -> frame.kind() == Frame.Kind.POST).map(Frame::post).toList();
	}

}
