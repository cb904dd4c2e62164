package social.posts.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;
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

	/** The newest posts of large authors are not there. */
	record Lacking(List<UserId> authors) implements Look {
	}

	/** The feed is there. */
	record Found(CachedPage page) implements Look {
	}

	/** Reads what the script {@code read.lua} answers. */
	@SuppressWarnings("unchecked")
	static Look of(List<?> answer) {
		var words = (List<byte[]>) answer;
		String word = text(words.getFirst());
		return switch (word) {
			case "missing" -> new Missing();
			case "outdated" -> new Outdated(text(words.get(1)));
			case "lacking" -> new Lacking(words.stream().skip(1).map((author) -> UserId.of(text(author))).toList());
			case "found" -> new Found(new CachedPage(Integer.parseInt(text(words.get(1))), id(text(words.get(2))),
					id(text(words.get(3))), ids(text(words.get(4))), words.get(5)));
			default -> throw new IllegalStateException("read.lua: " + word);
		};
	}

	private static String text(byte[] word) {
		return new String(word, StandardCharsets.UTF_8);
	}

	private static @Nullable PostId id(String text) {
		return text.isEmpty() ? null : PostId.of(text);
	}

	private static List<PostId> ids(String text) {
		return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(PostId::of).toList();
	}

}
