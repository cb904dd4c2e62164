package social.posts.replay;

import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.Range;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.UserId;

/** Tells websocket-service what one of its users missed. */
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

}
