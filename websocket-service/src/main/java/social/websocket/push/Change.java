package social.websocket.push;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;

import social.platform.passport.UserId;

/** What changed in posts and subscriptions, as posts-service says it. */
@JsonTypeInfo(use = Id.NAME, property = "type", defaultImpl = Change.Other.class)
@JsonSubTypes({ @Type(name = "post.created", value = Change.PostCreated.class),
		@Type(name = "friend.added", value = Change.FriendAdded.class),
		@Type(name = "friend.removed", value = Change.FriendRemoved.class) })
sealed interface Change {

	/** Its place in the order of all changes: from 1, without a gap. */
	long position();

	/** A post was written. */
	record PostCreated(long position, UUID postId, UserId authorUserId, String text) implements Change {
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
