package social.posts.feed;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** The database serves as many readers as it can bear. */
public class FeedBusy extends Failure {

	private static final long serialVersionUID = 1L;

	FeedBusy() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too many feeds are read from the database", Duration.ofSeconds(1));
	}

}
