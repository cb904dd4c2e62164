package social.posts.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;
import social.platform.request.IdempotencyKeyHeader;
import social.platform.request.Text;

/** Lets people write, change, take back and read posts. */
@RestController
@Profile("!feed-worker")
class PostController {

	private final Posts posts;

	PostController(Posts posts) {
		this.posts = posts;
	}

	/**
	 * A client that sends again what it sent before, with the same key, writes it once.
	 */
	@PostMapping("/post/create")
	PostId create(@CurrentUser UserId author,
			@RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @IdempotencyKeyHeader @Nullable String idempotencyKey,
			@Valid @RequestBody NewPost post) {
		return (idempotencyKey != null) ? this.posts.add(author, post.text(), idempotencyKey)
				: this.posts.add(author, post.text());
	}

	@PutMapping("/post/update")
	void update(@CurrentUser UserId author, @Valid @RequestBody ChangedPost post) {
		this.posts.change(author, post.id(), post.text());
	}

	@PutMapping("/post/delete/{id}")
	void delete(@CurrentUser UserId author, @PathVariable PostId id) {
		this.posts.remove(author, id);
	}

	@GetMapping("/post/get/{id}")
	WrittenPost get(@CurrentUser UserId reader, @PathVariable PostId id) {
		return WrittenPost.of(this.posts.get(id));
	}

	record NewPost(@Text String text) {
	}

	record ChangedPost(@NotNull PostId id, @Text String text) {
	}

}
