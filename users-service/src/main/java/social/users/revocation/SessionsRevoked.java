package social.users.revocation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Sessions have ended.
 *
 * @param revocations which
 */
record SessionsRevoked(List<Revocation> revocations) {

	static final String TYPE = "session.revoked";

	/** What happened: the message's type and its routing key. */
	@JsonProperty
	public String type() {
		return TYPE;
	}

}
