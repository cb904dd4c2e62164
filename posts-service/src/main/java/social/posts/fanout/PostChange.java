package social.posts.fanout;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import social.platform.passport.UserId;
import social.posts.post.PostId;

/** What a feed worker reads of a message about a post. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = PostChange.Other.class)
@JsonSubTypes({ @JsonSubTypes.Type(name = "post.created", value = PostChange.Created.class),
		@JsonSubTypes.Type(name = "post.updated", value = PostChange.Updated.class),
		@JsonSubTypes.Type(name = "post.deleted", value = PostChange.Deleted.class) })
sealed interface PostChange {

	/** Somebody wrote a post. */
	record Created(PostId postId, UserId authorUserId, String text, int version, Instant at) implements PostChange {
	}

	/** A post has another text. */
	record Updated(PostId postId, UserId authorUserId, String text, int version, Instant at) implements PostChange {
	}

	/** A post is no more. */
	record Deleted(PostId postId, UserId authorUserId, Instant at) implements PostChange {
	}

	/** Something that this worker does not know yet. */
	record Other() implements PostChange {
	}

}
