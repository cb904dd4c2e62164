package social.gateway.instance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import org.springframework.web.server.ResponseStatusException;

/**
 * One instance of a service, and what is known of how it does. It has a breaker of its
 * own: one that is dead is no reason to keep people from the others.
 */
final class Instance {

	private final Address address;

	private final CircuitBreaker breaker;

	private final long shunnedFor;

	private final AtomicInteger underWay = new AtomicInteger();

	private volatile long shunnedUntil = System.nanoTime();

	Instance(Address address, CircuitBreaker breaker, long shunnedFor) {
		this.address = address;
		this.breaker = breaker;
		this.shunnedFor = shunnedFor;
	}

	Address address() {
		return this.address;
	}

	/** The same resource as it is found here. */
	URI locate(URI uri, String scheme) {
		String query = uri.getRawQuery();
		return URI.create(scheme + "://" + this.address + uri.getRawPath() + ((query != null) ? "?" + query : ""));
	}

	/** Whether it could be reached, as far as is known. */
	boolean isReachable() {
		return System.nanoTime() - this.shunnedUntil >= 0;
	}

	/** Whether it may be asked now; if so, it has to be told how that ends. */
	boolean mayBeAsked() {
		boolean allowed = this.breaker.tryAcquirePermission();
		if (allowed) {
			this.underWay.incrementAndGet();
		}
		return allowed;
	}

	/** Compared with one that is already counted as asked for the request in question. */
	boolean isLessBusyThan(Instance chosen) {
		return this.underWay.get() < chosen.underWay.get() - 1;
	}

	void answered(long since) {
		this.underWay.decrementAndGet();
		this.breaker.onSuccess(System.nanoTime() - since, TimeUnit.NANOSECONDS);
	}

	void failed(Throwable failure, long since) {
		this.underWay.decrementAndGet();
		if (failure instanceof ConnectException) {
			unreachable();
		}
		if (isItsFault(failure)) {
			this.breaker.onError(System.nanoTime() - since, TimeUnit.NANOSECONDS, failure);
		}
		else {
			this.breaker.releasePermission();
		}
	}

	/** For a while it is asked only if there is no other. */
	void unreachable() {
		this.shunnedUntil = System.nanoTime() + this.shunnedFor;
	}

	/** Nobody waits for its answer any more. */
	void left() {
		this.underWay.decrementAndGet();
		this.breaker.releasePermission();
	}

	/** An own refusal, such as of a body that is too large, says nothing about it. */
	private static boolean isItsFault(Throwable failure) {
		return failure instanceof IOException || failure instanceof TimeoutException
				|| failure instanceof ResponseStatusException late && late.getStatusCode().is5xxServerError();
	}

}
