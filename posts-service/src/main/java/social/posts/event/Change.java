package social.posts.event;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import social.platform.passport.UserId;

/**
 * Something that happened to a post or to a subscription, as others get to hear of it;
 * the position is added when it leaves.
 */
public sealed interface Change {

	/** What happened: the message's type and its routing key. */
	@JsonProperty
	default String type() {
		return switch (this) {
			case PostCreated created -> "post.created";
			case PostUpdated updated -> "post.updated";
			case PostDeleted deleted -> "post.deleted";
			case FriendAdded added -> "friend.added";
			case FriendRemoved removed -> "friend.removed";
		};
	}

	/** Who did it. */
	default UserId actor() {
		return switch (this) {
			case PostCreated created -> created.authorUserId();
			case PostUpdated updated -> updated.authorUserId();
			case PostDeleted deleted -> deleted.authorUserId();
			case FriendAdded added -> added.userId();
			case FriendRemoved removed -> removed.userId();
		};
	}

	/** When it happened. */
	Instant at();

	/** Somebody wrote a post. */
	record PostCreated(Instant at, UUID postId, UserId authorUserId, String text, int version) implements Change {
	}

	/** The author gave a post another text. */
	record PostUpdated(Instant at, UUID postId, UserId authorUserId, String text, int version) implements Change {
	}

	/** The author took a post back. */
	record PostDeleted(Instant at, UUID postId, UserId authorUserId, int version) implements Change {
	}

	/** Somebody follows somebody from now on. */
	record FriendAdded(Instant at, UserId userId, UserId friendUserId) implements Change {
	}

	/** Somebody follows somebody no more. */
	record FriendRemoved(Instant at, UserId userId, UserId friendUserId) implements Change {
	}

}
