package social.posts.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;
import social.posts.feed.CachedPage.Cut;
import social.posts.feed.LargeAuthors.Followed;
import social.posts.post.PostId;

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

	/**
	 * To look so far into the lists of so many large authors would hold up all others.
	 */
	record Deep() implements Look {
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
		String word = text(answer.getFirst());
		return switch (word) {
			case "missing" -> new Missing();
			case "outdated" -> new Outdated(text(answer.get(1)));
			case "deep" -> new Deep();
			case "lacking" -> new Lacking(answer.stream().skip(1).map((author) -> UserId.of(text(author))).toList());
			case "found" -> new Found(CachedPage.of(texts((List<?>) answer.get(3)),
					(List<byte @Nullable []>) answer.get(4), cut(text(answer.get(1)), text(answer.get(2)))));
			default -> throw new IllegalStateException("read.lua: " + word);
		};
	}

	private static @Nullable Cut cut(String size, String end) {
		return end.isEmpty() ? null : new Cut(Integer.parseInt(size), PostId.of(end));
	}

	private static List<String> texts(List<?> words) {
		return words.stream().map(Look::text).toList();
	}

	private static String text(Object word) {
		return new String((byte[]) word, StandardCharsets.UTF_8);
	}

}
