package social.gateway.edge;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A body went past the limit. */
class BodyTooLarge extends Failure {

	BodyTooLarge(DataSize limit) {
		super(HttpStatus.CONTENT_TOO_LARGE, "body: too large (expected: at most %d bytes)".formatted(limit.toBytes()));
	}

}
