package social.websocket.socket;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.websocket.CloseReason;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Every socket that is open here: looked after while the service runs, dismissed before
 * its web server stops.
 */
@Component
class Sockets implements SmartLifecycle {

	private final SocketListener listener;

	private final EndedSessions ended;

	private final SocketMetrics metrics;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicReference<@Nullable Runnable> whenEmpty = new AtomicReference<>();

	private volatile boolean running;

	private volatile boolean leaving;

	Sockets(SocketListener listener, EndedSessions ended, SocketMetrics metrics) {
		this.listener = listener;
		this.ended = ended;
		this.metrics = metrics;
		metrics.watch(this.open);
		ended.whenMore(this::closeEnded);
	}

	long mark() {
		return this.listener.mark();
	}

	void opened(Socket socket) {
		this.open.add(socket);
		if (this.leaving) {
			socket.close(Farewell.GOING_AWAY);
			return;
		}
		if (this.ended.include(socket.session())) {
			socket.close(Farewell.SESSION_ENDED);
			return;
		}
		this.listener.opened(socket);
	}

	void closed(Socket socket, CloseReason reason) {
		socket.end();
		if (this.open.remove(socket)) {
			Farewell farewell = socket.farewell();
			this.metrics.closed(((farewell != null) ? farewell.reason() : reason).getCloseCode().getCode());
			this.listener.closed(socket);
		}
		leaveIfEmpty();
	}

	/** Pings who is due, and ends who is expired or silent. */
	void beat() {
		Instant now = Clock.systemUTC().instant();
		this.open.forEach((socket) -> socket.beat(now));
		this.ended.prune(now);
	}

	@Override
	public void start() {
		this.leaving = false;
		this.running = true;
	}

	@Override
	public void stop(Runnable whenEmpty) {
		this.whenEmpty.set(whenEmpty);
		this.leaving = true;
		this.open.forEach((socket) -> socket.close(Farewell.GOING_AWAY));
		leaveIfEmpty();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		// the greater is stopped the earlier
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

	private void closeEnded() {
		this.open.stream()
			.filter((socket) -> this.ended.include(socket.session()))
			.forEach((socket) -> socket.close(Farewell.SESSION_ENDED));
	}

	private void leaveIfEmpty() {
		Runnable leave = this.open.isEmpty() ? this.whenEmpty.getAndSet(null) : null;
		if (leave != null) {
			this.running = false;
			leave.run();
		}
	}

}
