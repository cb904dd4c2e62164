package social.posts.feed;

import java.util.List;

import social.platform.passport.UserId;
import social.posts.feed.LargeAuthors.Followed;

/** What a look into the cache for a feed shows. */
sealed interface Look {

	/** The feed is not there. */
	record Missing() implements Look {
	}

	/**
	 * Large authors came or went since the feed was built.
	 *
	 * @param was what was noted of them with the feed; nothing, if that is gone
	 */
	record Outdated(String was) implements Look {

		/** Whether the feed lacks nothing of those who have ceased to be large since. */
		boolean goesOn(Followed large) {
			return !this.was.isEmpty() && Long.parseLong(this.was.split(" ")[0]) >= large.ceased();
		}

	}

	/** The newest posts of large authors are not there. */
	record Lacking(List<UserId> authors) implements Look {
	}

	/** The feed is there. */
	record Found(CachedPage page) implements Look {
	}

	/** Reads what the script {@code read.lua} answers. */
	@SuppressWarnings("unchecked")
	static Look of(List<?> answer) {
		var words = (List<String>) answer;
		return switch (words.getFirst()) {
			case "missing" -> new Missing();
			case "outdated" -> new Outdated(words.get(1));
			case "lacking" -> new Lacking(words.stream().skip(1).map(UserId::of).toList());
			case "found" -> new Found(CachedPage.of(words.subList(1, words.size())));
			default -> throw new IllegalStateException("read.lua: " + words.getFirst());
		};
	}

}
