package social.posts.replay;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a user missed.
 *
 * @param until the last position up to which nothing that concerns the user is left out
 * @param changes what happened, in order
 */
record Replay(long until, List<Missed> changes) {

	/** One change, as it was published. */
	record Missed(@JsonValue @JsonRawValue String json) {
	}

}
