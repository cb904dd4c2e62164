package social.gateway.route;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * Ends a call with a {@link TimeoutException} some time after {@link #begin}. Does what
 * {@code timeout} does, with a timer of the loop that the call is on anyway; for one
 * subscriber.
 */
final class Deadline implements Runnable {

	private final ScheduledExecutorService loop;

	private final Duration limit;

	private final AtomicBoolean over = new AtomicBoolean();

	private volatile @Nullable Future<?> timer;

	private volatile @Nullable Waiting waiting;

	Deadline(ScheduledExecutorService loop, Duration limit) {
		this.loop = loop;
		this.limit = limit;
	}

	/** From now on time is running. */
	void begin() {
		var begun = this.loop.schedule(this, this.limit.toNanos(), TimeUnit.NANOSECONDS);
		this.timer = begun;
		if (this.over.get()) {
			begun.cancel(false);
		}
	}

	/** The call, which ends in time now. */
	Mono<Void> limit(Mono<Void> call) {
		return new MonoOperator<Void, Void>(call) {

			@Override
			public void subscribe(CoreSubscriber<? super Void> actual) {
				var subscriber = new Waiting(actual);
				Deadline.this.waiting = subscriber;
				this.source.subscribe(subscriber);
			}

		};
	}

	@Override
	public void run() {
		Waiting late = this.waiting;
		if (late != null && this.over.compareAndSet(false, true)) {
			late.giveUp();
		}
	}

	/** Returns true once: to whoever ends it. */
	private boolean end() {
		boolean first = this.over.compareAndSet(false, true);
		Future<?> running = this.timer;
		if (first && running != null) {
			running.cancel(false);
		}
		return first;
	}

	/** Whoever waits for the call. */
	private final class Waiting implements CoreSubscriber<Void>, Subscription {

		private final CoreSubscriber<? super Void> actual;

		private volatile @Nullable Subscription call;

		private Waiting(CoreSubscriber<? super Void> actual) {
			this.actual = actual;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.call = subscription;
			this.actual.onSubscribe(this);
		}

		@Override
		public void onNext(Void nothing) {
			// there is nothing
		}

		@Override
		public void onComplete() {
			if (Deadline.this.end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void onError(Throwable failure) {
			// a failure after the deadline is its consequence
			if (Deadline.this.end()) {
				this.actual.onError(failure);
			}
		}

		@Override
		public void request(long count) {
			Subscription begun = this.call;
			if (begun != null) {
				begun.request(count);
			}
		}

		@Override
		public void cancel() {
			if (Deadline.this.end()) {
				stop();
			}
		}

		private void giveUp() {
			stop();
			this.actual.onError(new TimeoutException());
		}

		private void stop() {
			Subscription begun = this.call;
			if (begun != null) {
				begun.cancel();
			}
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

	}

}
