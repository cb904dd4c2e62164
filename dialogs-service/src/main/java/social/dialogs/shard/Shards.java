package social.dialogs.shard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;

/**
 * Does work on the database so that a worker which is lost or frozen costs what is on it
 * and nothing else. Where the database is one, it just does it.
 * <p>
 * Work is done again if the database says that it came in the way of others, which it
 * does when a shard moves, too: it undid then what was begun.
 */
@Component
public class Shards {

	private static final int ATTEMPTS = 3;

	private final Map<Integer, Worker> workers = new ConcurrentHashMap<>();

	private final Placements placements;

	private final ShardProperties properties;

	private final CircuitBreakerRegistry breakers;

	Shards(Placements placements, ShardProperties properties, CircuitBreakerRegistry breakers) {
		this.placements = placements;
		this.properties = properties;
		this.breakers = breakers;
	}

	/** Does work on what is spread by a dialog's id. */
	public <T extends @Nullable Object> T ofDialog(UUID dialog, Supplier<T> work) {
		return run(this.placements.of("dialog").worker(dialog), work);
	}

	/** Does work on what is spread by a user's id. */
	public <T extends @Nullable Object> T ofUser(UserId user, Supplier<T> work) {
		return run(this.placements.of("user_dialog").worker(user.value()), work);
	}

	/** Does work on many dialogs: once for each worker, on those that it holds. */
	public <T> List<T> ofDialogs(Collection<UUID> dialogs, Function<Collection<UUID>, T> work) {
		Placement placement = this.placements.of("dialog");
		return dialogs.stream()
			.collect(Collectors.groupingBy(placement::worker))
			.entrySet()
			.stream()
			.map((own) -> run(own.getKey(), () -> work.apply(own.getValue())))
			.toList();
	}

	private <T extends @Nullable Object> T run(Optional<Integer> number, Supplier<T> work) {
		Supplier<T> persistent = () -> insist(work);
		return number.isEmpty() ? persistent.get()
				: this.workers.computeIfAbsent(number.get(), this::worker).run(persistent);
	}

	private Worker worker(int number) {
		return new Worker(this.properties, this.breakers.circuitBreaker("worker-" + number, "worker"));
	}

	private static <T extends @Nullable Object> T insist(Supplier<T> work) {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			try {
				return work.get();
			}
			catch (ConcurrencyFailureException ex) {
				// once more
			}
		}
		return work.get();
	}

}
