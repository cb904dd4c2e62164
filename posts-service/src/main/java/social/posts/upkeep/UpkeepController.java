package social.posts.upkeep;

import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.AmqpException;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.posts.broker.Broker;
import social.posts.broker.Letter;
import social.posts.feed.FeedCache;
import social.posts.post.PostId;

/** Answers the operator's commands. */
@RestController
@RequestMapping("/internal/feeds")
@Profile("!feed-worker")
class UpkeepController {

	private final FeedCache cache;

	private final FeedAudit audit;

	private final Broker broker;

	UpkeepController(FeedCache cache, FeedAudit audit, Broker broker) {
		this.cache = cache;
		this.audit = audit;
		this.broker = broker;
	}

	/** Whose feeds are cached; somebody may come twice. */
	@GetMapping
	Cached cached(
			@RequestParam(defaultValue = "0") @PositiveOrZero(
					message = "${validatedValue} (expected: a cursor)") long cursor,
			@RequestParam(defaultValue = "500") @Range(min = 1, max = 500,
					message = "${validatedValue} (expected: {min}..{max})") int limit) {
		FeedCache.Scan scan = this.cache.scan(cursor, limit);
		return new Cached(scan.readers(), (scan.next() != 0) ? Long.toUnsignedString(scan.next()) : null);
	}

	/** Asks for feeds to be built anew, by one message each. */
	@PostMapping("/rebuild")
	Asked rebuild(@Valid @RequestBody Wanted wanted) {
		String requestId = RequestIds.currentOrNew();
		List<Letter> letters = wanted.userIds()
			.stream()
			.map((reader) -> Letter.rebuild(reader.toString(), null, requestId))
			.toList();
		try {
			this.broker.send(letters);
		}
		catch (AmqpException ex) {
			throw new BrokerAway();
		}
		return new Asked(wanted.userIds().size());
	}

	@GetMapping("/{user_id}/audit")
	Audited audit(@PathVariable("user_id") UserId reader) {
		return this.audit.check(reader)
			.map((finding) -> new Audited(reader, finding.cached(), finding.missing(), finding.extra()))
			.orElseThrow(() -> new FeedNotCached(reader));
	}

	record Cached(List<UserId> users, @Nullable String cursor) {
	}

	record Wanted(@NotNull @Size(min = 1, max = 500) List<@NotNull UserId> userIds) {
	}

	record Asked(int asked) {
	}

	record Audited(UserId userId, int cached, Set<PostId> missing, Set<PostId> extra) {
	}

}
