package social.local.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import social.local.drill.Attempt.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The check finds what is wrong, and nothing in what is right. */
class SetCheckTests {

	private final Map<Integer, Attempt> attempts = new HashMap<>(Map.of(0, new Attempt(0, Outcome.ACKNOWLEDGED), 1,
			new Attempt(1, Outcome.ACKNOWLEDGED), 2, new Attempt(0, Outcome.ACKNOWLEDGED)));

	private final SetCheck check = new SetCheck(this.attempts, 0, List.of(Set.of(0), Set.of(0, 1)));

	@Test
	void findsNothingWhereAllIsThere() {
		Verdict verdict = judge(frames(0, 10, 2, 12), frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 1, 0));
		assertThat(verdict.isClean()).isTrue();
		assertThat(verdict.examples()).isEmpty();
	}

	@Test
	void findsWhatASocketLost() {
		Verdict verdict = judge(frames(0, 10), frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 1, 0));
		assertThat(verdict.lost()).isEqualTo(1);
		assertThat(verdict.examples()).containsExactly("lost: a socket of follower 0 lacks post 2");
	}

	@Test
	void findsWhatAFeedLost() {
		Verdict verdict = judge(frames(0, 10, 2, 12), frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 0));
		assertThat(verdict.lost()).isEqualTo(1);
	}

	@Test
	void anUnknownOneMayBeNowhereOrEverywhere() {
		this.attempts.put(3, new Attempt(0, Outcome.UNKNOWN));
		assertThat(judge(frames(0, 10, 2, 12), frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 1, 0)).isClean())
			.isTrue();
		Verdict verdict = judge(frames(0, 10, 2, 12), frames(0, 10, 1, 11, 2, 12), List.of(3, 2, 0),
				List.of(3, 2, 1, 0));
		assertThat(verdict.lost()).isEqualTo(2);
	}

	@Test
	void findsWhatCameTwice() {
		Verdict verdict = judge(frames(0, 10, 2, 12, 2, 12), frames(0, 10, 1, 11, 2, 12, 0, 13), List.of(2, 0),
				List.of(2, 1, 1, 0));
		assertThat(verdict.doubled()).isEqualTo(3);
		assertThat(verdict.outOfOrder()).isZero();
	}

	@Test
	void findsWhatCameTooLate() {
		Verdict verdict = judge(frames(2, 12, 0, 10), frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 1, 0));
		assertThat(verdict.outOfOrder()).isEqualTo(1);
		assertThat(verdict.doubled()).isZero();
	}

	@Test
	void findsWhatNobodyWroteForThem() {
		this.attempts.put(3, new Attempt(0, Outcome.REFUSED));
		Verdict verdict = judge(frames(0, 10, 1, 11, 2, 12), frames(0, 10, 1, 11, 2, 12, Ledger.STRANGE, 13),
				List.of(2, 0), List.of(3, 2, 1, 0));
		assertThat(verdict.invented()).isEqualTo(3);
	}

	@Test
	void leavesOutWhatWasCheckedBefore() {
		var later = new SetCheck(this.attempts, 2, this.check.follows());
		Verdict verdict = later.of(List.of(new History(0, frames(2, 12)), new History(1, frames(2, 12))),
				List.of(new Feed(0, List.of(2, 0)), new Feed(1, List.of(2, 1))));
		assertThat(verdict.isClean()).isTrue();
	}

	@Test
	void tellsOfGapsWithoutCallingThemAFault() {
		var frames = new ArrayList<>(frames(0, 10, 2, 12));
		frames.add(1, new Frame(Frame.Kind.GAP, 11, Ledger.STRANGE));
		Verdict verdict = judge(frames, frames(0, 10, 1, 11, 2, 12), List.of(2, 0), List.of(2, 1, 0));
		assertThat(verdict.gaps()).isEqualTo(1);
		assertThat(verdict.isClean()).isTrue();
	}

	private Verdict judge(List<Frame> first, List<Frame> second, List<Integer> firstFeed, List<Integer> secondFeed) {
		return this.check.of(List.of(new History(0, first), new History(1, second)),
				List.of(new Feed(0, firstFeed), new Feed(1, secondFeed)));
	}

	/** Posts and their positions, in turn. */
	private static List<Frame> frames(int... postsAndPositions) {
		var frames = new ArrayList<Frame>();
		for (int i = 0; i < postsAndPositions.length; i += 2) {
			frames.add(new Frame(Frame.Kind.POST, postsAndPositions[i + 1], postsAndPositions[i]));
		}
		return frames;
	}

}
