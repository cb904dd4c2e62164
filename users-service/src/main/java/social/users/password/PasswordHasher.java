package social.users.password;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, a few at once, on threads of their own.
 * <p>
 * Requests run on virtual threads, and as many hashes as there are processors would hold
 * up all of them.
 */
@Component
public class PasswordHasher implements AutoCloseable {

	// OWASP's least: 19 MiB, two passes, one lane
	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2",
			Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));

	private final String nobodys = encode(UUID.randomUUID().toString());

	private final ExecutorService threads;

	PasswordHasher(HashingProperties properties, MeterRegistry metrics) {
		var pool = new ThreadPoolExecutor(properties.permits(), properties.permits(), 0, TimeUnit.SECONDS,
				new ArrayBlockingQueue<>(properties.queue()), Thread.ofPlatform().name("hashing-", 1).factory());
		this.threads = ExecutorServiceMetrics.monitor(metrics, pool, "hashing", "social");
	}

	/** What to keep instead of the password. */
	public String hash(String password) {
		return inTurn(() -> encode(password));
	}

	/**
	 * Whether the password is the one that was hashed. It takes as long where there is no
	 * hash, so that the time does not tell who exists.
	 */
	public boolean matches(String password, @Nullable String hash) {
		boolean same = inTurn(() -> this.encoder.matches(password, (hash != null) ? hash : this.nobodys));
		return same && hash != null;
	}

	@Override
	public void close() {
		this.threads.close();
	}

	private String encode(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			return CompletableFuture.supplyAsync(work, this.threads).join();
		}
		catch (RejectedExecutionException ex) {
			throw new HashingBusy();
		}
	}

}
