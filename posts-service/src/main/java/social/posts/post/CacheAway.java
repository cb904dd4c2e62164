package social.posts.post;

import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** Redis does not answer. A reader is served by the database instead. */
public class CacheAway extends Failure {

	private static final long serialVersionUID = 1L;

	private static final Logger log = LoggerFactory.getLogger(CacheAway.class);

	private CacheAway() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Redis does not answer", Duration.ofSeconds(1));
	}

	/**
	 * Asks Redis.
	 * @throws CacheAway if it does not answer, or not as it should
	 */
	public static <T> T unless(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (DataAccessException ex) {
			log.debug("Redis does not answer", ex);
			throw new CacheAway();
		}
	}

}
