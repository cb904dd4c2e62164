package social.websocket.change;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;

import social.platform.passport.UserId;

/** What changed in posts and subscriptions, as posts-service says it. */
@JsonTypeInfo(use = Id.NAME, property = "type", defaultImpl = Change.Other.class)
@JsonSubTypes({ @Type(name = "post.created", value = Change.PostCreated.class),
		@Type(name = "post.updated", value = Change.PostUpdated.class),
		@Type(name = "post.deleted", value = Change.PostDeleted.class),
		@Type(name = "friend.added", value = Change.FriendAdded.class),
		@Type(name = "friend.removed", value = Change.FriendRemoved.class) })
public sealed interface Change {

	/** Its place in the order of all changes: from 1, without a gap. */
	long position();

	/** Something that an author did with a post. */
	sealed interface OfPost extends Change {

		/** Which post. */
		UUID postId();

		/** Whose post. */
		UserId authorUserId();

		/** Counts the changes of the post. */
		int version();

		/** When. */
		Instant at();

	}

	/** A post was written. */
	record PostCreated(long position, UUID postId, UserId authorUserId, String text, int version,
			Instant at) implements OfPost {
	}

	/** A post was changed. */
	record PostUpdated(long position, UUID postId, UserId authorUserId, String text, int version,
			Instant at) implements OfPost {
	}

	/** A post was deleted. */
	record PostDeleted(long position, UUID postId, UserId authorUserId, int version, Instant at) implements OfPost {
	}

	/** A user follows another from now on. */
	record FriendAdded(long position, UserId userId, UserId friendUserId) implements Change {
	}

	/** A user follows another no more. */
	record FriendRemoved(long position, UserId userId, UserId friendUserId) implements Change {
	}

	/** Something that concerns nobody here; it only takes a position. */
	record Other(long position) implements Change {
	}

}
