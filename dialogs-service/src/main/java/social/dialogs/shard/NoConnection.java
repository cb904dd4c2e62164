package social.dialogs.shard;

import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;

import org.springframework.core.NestedRuntimeException;

/**
 * Tells what no worker is to blame for: the pool, or the {@link Bulkhead} before it, had
 * no connection left, so that nobody was asked. Public, so that a circuit breaker can be
 * configured with it.
 */
public class NoConnection implements Predicate<Throwable> {

	@Override
	public boolean test(Throwable failure) {
		return failure instanceof NestedRuntimeException nested
				&& nested.contains(SQLTransientConnectionException.class);
	}

}
