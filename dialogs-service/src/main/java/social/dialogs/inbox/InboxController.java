package social.dialogs.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;

/** Shows people whom they talk to and what waits for them. */
@RestController
class InboxController {

	private final Inbox inbox;

	InboxController(Inbox inbox) {
		this.inbox = inbox;
	}

	@GetMapping("/dialogs")
	ResponseEntity<List<DialogSummary>> dialogs(@CurrentUser UserId me,
			@RequestParam(defaultValue = "20") @Range(min = 1, max = 100,
					message = "${validatedValue} (expected: {min}..{max})") int limit,
			@RequestParam(required = false) @Nullable InboxCursor cursor) {
		List<Conversation> page = this.inbox.newest(me, (cursor != null) ? cursor : InboxCursor.START, limit);
		var answer = ResponseEntity.ok();
		if (page.size() == limit) {
			answer.header(HttpHeaders.LINK,
					"</dialogs?limit=%d&cursor=%s>; rel=\"next\"".formatted(limit, InboxCursor.after(page.getLast())));
		}
		return answer.body(page.stream().map((conversation) -> DialogSummary.of(me, conversation)).toList());
	}

	@GetMapping("/dialogs/unread")
	Inbox.Unread ownUnread(@CurrentUser UserId me) {
		return this.inbox.unread(me);
	}

	/** For services that speak to a user without being one. */
	@GetMapping("/internal/unread/{user_id}")
	Total unread(@PathVariable("user_id") UserId user) {
		Inbox.Unread unread = this.inbox.unread(user);
		return new Total(unread.messages(), unread.dialogs());
	}

	record Total(long total, long dialogs) {
	}

	record DialogSummary(UserId userId, long unread, LastMessage last) {

		static DialogSummary of(UserId me, Conversation conversation) {
			Conversation.Last last = conversation.last();
			UserId to = last.from().equals(me) ? conversation.with() : me;
			return new DialogSummary(conversation.with(), conversation.unread(),
					new LastMessage(last.from(), to, last.text(), last.id(), last.seq(), last.at()));
		}

	}

	record LastMessage(UserId from, UserId to, String text, UUID id, long seq, OffsetDateTime at) {
	}

}
