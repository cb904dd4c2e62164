package social.websocket.session;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.websocket.socket.Farewell;
import social.websocket.socket.Socket;
import social.websocket.socket.SocketListener;

/**
 * Tells everybody who is connected here what those they follow have done.
 * <p>
 * A user's friends are asked for once, when the first of their sockets opens. News that
 * come meanwhile are kept and applied to the answer: each is either in the answer
 * already, and applying it again changes nothing, or it came after, and was kept.
 */
@Component
public class Audience implements SocketListener {

	private final Friends friends;

	private final AudienceProperties properties;

	private final CountDownLatch listening = new CountDownLatch(1);

	private final Lock lock = new ReentrantLock();

	private final Roster roster;

	Audience(Friends friends, AudienceProperties properties) {
		this.friends = friends;
		this.properties = properties;
		this.roster = new Roster(new Tail(properties.tail()));
	}

	/** From now on no news is missed, so users can be let in. */
	public void listen() {
		this.listening.countDown();
	}

	/** Tells those whom it concerns; in order and once, as the caller sees to. */
	public void hear(News news) {
		locked(() -> this.roster.hear(news));
	}

	/**
	 * News were missed: everybody has to come again, and starts from what is true then.
	 */
	public void dismiss() {
		locked(this.roster::dismissAll);
	}

	@Override
	public long mark() {
		return locked(this.roster::mark);
	}

	@Override
	public void opened(Socket socket) {
		if (!listening()) {
			socket.close(Farewell.LOST_TRACK);
			return;
		}
		Subscriber newcomer = locked(() -> this.roster.enter(socket));
		if (newcomer != null) {
			settle(newcomer);
		}
	}

	@Override
	public void closed(Socket socket) {
		locked(() -> this.roster.leave(socket));
	}

	private void settle(Subscriber newcomer) {
		try {
			List<UserId> authors = this.friends.of(newcomer.user());
			locked(() -> this.roster.settle(newcomer, authors));
		}
		catch (FriendsUnknown ex) {
			locked(() -> this.roster.dismiss(newcomer, Farewell.FRIENDS_UNKNOWN));
		}
	}

	private boolean listening() {
		try {
			return this.listening.await(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void locked(Runnable work) {
		locked(() -> {
			work.run();
			return null;
		});
	}

	private <T extends @Nullable Object> T locked(Supplier<T> work) {
		this.lock.lock();
		try {
			return work.get();
		}
		finally {
			this.lock.unlock();
		}
	}

}
