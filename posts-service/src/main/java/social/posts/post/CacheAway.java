package social.posts.post;

import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;

/** Redis does not answer. A reader is served by the database instead. */
public class CacheAway extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private CacheAway(DataAccessException cause) {
		super(cause);
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
			throw new CacheAway(ex);
		}
	}

}
