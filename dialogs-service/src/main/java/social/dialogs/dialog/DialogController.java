package social.dialogs.dialog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.dialogs.receiver.Receivers;
import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;
import social.platform.request.IdempotencyKeyHeader;
import social.platform.request.Text;

/** Lets two people talk, and nobody else listen. */
@RestController
class DialogController {

	/** How many messages a client gets that knows nothing of pages. */
	private static final int WHOLE = 1000;

	private static final int PAGE = 20;

	private final Messages messages;

	private final Unread unread;

	private final Receivers receivers;

	DialogController(Messages messages, Unread unread, Receivers receivers) {
		this.messages = messages;
		this.unread = unread;
		this.receivers = receivers;
	}

	/**
	 * A client that sends again what it sent before, with the same key, sends it once.
	 */
	@PostMapping("/dialog/{user_id}/send")
	void send(@CurrentUser UserId me, @PathVariable("user_id") UserId other,
			@RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @IdempotencyKeyHeader @Nullable String idempotencyKey,
			@Valid @RequestBody NewMessage message) {
		Dialog dialog = Dialog.between(me, other);
		this.receivers.require(other);
		UUID id = (idempotencyKey != null) ? new IdempotencyKey(idempotencyKey).messageId(me) : UUID.randomUUID();
		this.messages.send(dialog, id, me, message.text());
	}

	/**
	 * Without parameters the dialog as one reads it, oldest first, from the newest
	 * thousand messages; with them a page, newest first, and the way to the next.
	 */
	@GetMapping("/dialog/{user_id}/list")
	ResponseEntity<List<DialogMessage>> list(@CurrentUser UserId me, @PathVariable("user_id") UserId other,
			@RequestParam(required = false) @Range(min = 1, max = 100,
					message = "${validatedValue} (expected: {min}..{max})") @Nullable Integer limit,
			@RequestParam(required = false) @Min(value = 1,
					message = "${validatedValue} (expected: from {value})") @Nullable Long cursor) {
		Dialog dialog = Dialog.between(me, other);
		if (limit == null && cursor == null) {
			return ResponseEntity.ok(wire(dialog, this.messages.newest(dialog, Long.MAX_VALUE, WHOLE).reversed()));
		}
		return page(dialog, other, (limit != null) ? limit : PAGE, (cursor != null) ? cursor : Long.MAX_VALUE);
	}

	@PostMapping("/dialog/{user_id}/read")
	void read(@CurrentUser UserId me, @PathVariable("user_id") UserId other, @Valid @RequestBody ReadMark mark) {
		this.unread.read(Dialog.between(me, other), me, mark.seq());
	}

	private ResponseEntity<List<DialogMessage>> page(Dialog dialog, UserId other, int limit, long cursor) {
		List<Message> page = this.messages.newest(dialog, cursor, limit);
		var answer = ResponseEntity.ok();
		// places have no gaps: only the first message has nothing before it
		if (!page.isEmpty() && page.getLast().seq() > 1) {
			answer.header(HttpHeaders.LINK,
					"</dialog/%s/list?limit=%d&cursor=%d>; rel=\"next\"".formatted(other, limit, page.getLast().seq()));
		}
		return answer.body(wire(dialog, page));
	}

	private static List<DialogMessage> wire(Dialog dialog, List<Message> messages) {
		return messages.stream().map((message) -> DialogMessage.of(dialog, message)).toList();
	}

	record NewMessage(@Text String text) {
	}

	record ReadMark(@Min(value = 1, message = "${validatedValue} (expected: from {value})") long seq) {
	}

	record DialogMessage(UserId from, UserId to, String text, UUID id, long seq, Instant at) {

		static DialogMessage of(Dialog dialog, Message message) {
			return new DialogMessage(message.from(), dialog.other(message.from()), message.text(), message.id(),
					message.seq(), message.at());
		}

	}

}
