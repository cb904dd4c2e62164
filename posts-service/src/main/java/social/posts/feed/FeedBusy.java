package social.posts.feed;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** As many feeds are read as can be borne at once. */
public class FeedBusy extends Failure {

	private static final long serialVersionUID = 1L;

	FeedBusy() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too many feeds are read at once", Duration.ofSeconds(1));
	}

}
