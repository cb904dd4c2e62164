package social.posts.feed;

import java.nio.ByteBuffer;
import java.util.List;

import org.hibernate.validator.constraints.Range;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;
import social.posts.post.PostId;

/**
 * Shows people what their friends wrote. By offset a part shifts when something is
 * written meanwhile; by cursor, the last post of the part before, it does not.
 */
@RestController
@Profile("!feed-worker")
class FeedController {

	private static final String BOUNDS = "${validatedValue} (expected: {min}..{max})";

	private final Feeds feeds;

	FeedController(Feeds feeds) {
		this.feeds = feeds;
	}

	@GetMapping(path = "/post/feed", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] feed(@CurrentUser UserId reader,
			@RequestParam(defaultValue = "0") @Range(max = 10_000, message = BOUNDS) int offset,
			@RequestParam(defaultValue = "10") @Range(min = 1, max = 100, message = BOUNDS) int limit,
			@RequestParam(required = false) @Nullable PostId cursor, HttpServletResponse response) {
		if (cursor != null && offset > 0) {
			throw new CursorWithOffset(offset);
		}
		List<FeedPost> posts = this.feeds.page(reader, new Part(cursor, offset, limit));
		if (posts.size() == limit) {
			response.setHeader(HttpHeaders.LINK,
					"</post/feed?limit=" + limit + "&cursor=" + posts.getLast().name() + ">; rel=\"next\"");
		}
		return array(posts);
	}

	private static byte[] array(List<FeedPost> posts) {
		int size = posts.stream().mapToInt((post) -> post.json().remaining() + 1).sum();
		ByteBuffer array = ByteBuffer.allocate(Math.max(2, size + 1)).put((byte) '[');
		for (FeedPost post : posts) {
			array.put(post.json()).put((byte) ',');
		}
		return array.put(array.capacity() - 1, (byte) ']').array();
	}

}
