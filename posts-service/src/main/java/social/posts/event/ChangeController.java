package social.posts.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.Range;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells services the changes that they missed. */
@RestController
@Profile("!feed-worker")
class ChangeController {

	private final ChangeLog changes;

	ChangeController(ChangeLog changes) {
		this.changes = changes;
	}

	@GetMapping("/internal/changes")
	List<Message> changes(@RequestParam @PositiveOrZero(message = "${validatedValue} (expected: from 0)") long after,
			@RequestParam(defaultValue = "500") @Range(min = 1, max = 500,
					message = "${validatedValue} (expected: {min}..{max})") int limit) {
		return this.changes.after(after, limit).stream().map(Message::of).toList();
	}

	@GetMapping("/internal/changes/position")
	LastPosition position() {
		return new LastPosition(this.changes.position());
	}

	record LastPosition(long position) {
	}

	record Message(@JsonValue @JsonRawValue String json) {

		static Message of(LoggedChange change) {
			return new Message(change.message());
		}

	}

}
