package social.posts.replay;

import java.util.List;

import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.UserId;

/** Tells websocket-service whom one of its users follows, and what they missed. */
@RestController
@Profile("!feed-worker")
class ReplayController {

	private final Replays replays;

	ReplayController(Replays replays) {
		this.replays = replays;
	}

	@GetMapping("/internal/replay/{user_id}")
	Replay replay(@PathVariable("user_id") UserId user,
			@RequestParam @PositiveOrZero(message = "${validatedValue} (expected: from 0)") long after,
			@RequestParam(defaultValue = "500") @Range(min = 1, max = 500,
					message = "${validatedValue} (expected: {min}..{max})") int limit) {
		return this.replays.after(user, after, limit);
	}

	/**
	 * At a position: the answer is as old as what the asker knows. An older asker names
	 * none, and is told whom the user follows now.
	 */
	@GetMapping("/internal/friends/{user_id}")
	List<UserId> friends(@PathVariable("user_id") UserId user, @RequestParam(required = false) @PositiveOrZero(
			message = "${validatedValue} (expected: from 0)") @Nullable Long at) {
		return (at != null) ? this.replays.followed(user, at) : this.replays.followed(user);
	}

}
