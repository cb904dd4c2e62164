package social.websocket.session;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.websocket.socket.Farewell;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;
import social.websocket.socket.Socket;
import social.websocket.socket.SocketListener;

/**
 * Tells everybody who is connected here what those they follow have done.
 * <p>
 * A user's friends are asked for once, when the first of their sockets opens, as of then:
 * by the time of the answer more may have happened than there is news of. News that come
 * meanwhile are kept and applied to it. A user who leaves is followed on for a while: who
 * comes back then asks for nothing.
 */
@Component
public class Audience implements SocketListener {

	private final Friends friends;

	private final AudienceProperties properties;

	private final Welcome welcome;

	private final ApplicationEventPublisher events;

	private final Lock lock = new ReentrantLock();

	private final Condition listening = this.lock.newCondition();

	private final Roster roster;

	Audience(Friends friends, Welcome welcome, ApplicationEventPublisher events, AudienceProperties properties) {
		this.friends = friends;
		this.welcome = welcome;
		this.events = events;
		this.properties = properties;
		this.roster = new Roster(new Tail(properties.tail(), properties.tailSize().toBytes()),
				new Lingering(properties.linger(), properties.lingering(), properties.lingeringAuthors()));
	}

	/** After this position no news is missed, so users can be let in. */
	public void listen(long position) {
		locked(() -> {
			this.roster.start(position);
			this.listening.signalAll();
		});
	}

	/**
	 * Tells those whom it concerns; in order and once, as the caller sees to.
	 * @return how many users it concerns
	 */
	public int hear(News news) {
		return locked(() -> this.roster.hear(news));
	}

	/** Tells a user something that has no place among the news. */
	public void tell(UserId user, Frame frame) {
		locked(() -> this.roster.tell(user, frame));
	}

	/** Who is here with a socket of a protocol. */
	public List<UserId> users(Protocol protocol) {
		return locked(() -> this.roster.users(protocol));
	}

	/**
	 * News were missed: everybody has to come again, and nobody is let in before it is
	 * known where the news stand.
	 */
	public void dismiss() {
		locked(this.roster::dismissAll);
	}

	@Override
	public long mark() {
		return locked(() -> {
			awaitNews();
			return this.roster.mark();
		});
	}

	@Override
	public void opened(Socket socket) {
		if (!locked(() -> this.roster.reaches(socket))) {
			socket.close(Farewell.LOST_TRACK);
			return;
		}
		this.welcome.greet(socket, this.<@Nullable List<Frame.Text>>locked(() -> this.roster.missed(socket)));
		Subscriber newcomer = locked(() -> this.roster.enter(socket));
		if (newcomer != null) {
			settle(newcomer);
		}
		this.events.publishEvent(new Arrived(socket));
	}

	@Override
	public void closed(Socket socket) {
		locked(() -> this.roster.leave(socket));
	}

	private void settle(Subscriber newcomer) {
		try {
			long mark = this.<Long>locked(newcomer::mark);
			List<UserId> authors = this.friends.of(newcomer.user(), mark - 1);
			locked(() -> this.roster.settle(newcomer, authors));
		}
		catch (FriendsUnknown ex) {
			locked(() -> this.roster.dismiss(newcomer, Farewell.FRIENDS_UNKNOWN));
		}
	}

	private void awaitNews() {
		long left = this.properties.patience().toNanos();
		try {
			while (!this.roster.known() && left > 0) {
				left = this.listening.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
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
