package social.posts.feed;

import java.util.List;

import org.hibernate.validator.constraints.Range;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;
import social.posts.post.Post;
import social.posts.post.PostId;

/** Shows people what their friends wrote. */
@RestController
@Profile("!feed-worker")
class FeedController {

	private final Feeds feeds;

	FeedController(Feeds feeds) {
		this.feeds = feeds;
	}

	@GetMapping("/post/feed")
	List<FeedPost> feed(@CurrentUser UserId reader, @RequestParam(defaultValue = "0") @Range(max = 10_000) int offset,
			@RequestParam(defaultValue = "10") @Range(min = 1, max = 100) int limit) {
		return this.feeds.page(reader, offset, limit).stream().map(FeedPost::of).toList();
	}

	record FeedPost(PostId id, String text, UserId authorUserId) {

		static FeedPost of(Post post) {
			return new FeedPost(post.id(), post.text(), post.author());
		}

	}

}
