package social.websocket.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;
import social.websocket.socket.Farewell;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;
import social.websocket.socket.Socket;

/** Who is here and whom they follow. Guarded by the audience's lock. */
class Roster {

	// they are kept until the client has read them
	private static final int MOST_MISSED = 100;

	private static final int MOST_MISSED_BYTES = 256 * 1024;

	private final Map<UserId, Subscriber> subscribers = new HashMap<>();

	private final Followers followers = new Followers();

	private final Tail tail;

	private final Lingering lingering;

	Roster(Tail tail, Lingering lingering) {
		this.tail = tail;
		this.lingering = lingering;
	}

	/** News come from here on, without a gap. */
	void start(long position) {
		this.tail.start(position);
	}

	/** Where the news stand. */
	long mark() {
		return this.tail.mark();
	}

	/** Whether it is known where the news stand. */
	boolean known() {
		return this.tail.known();
	}

	/** Tells a user something that has no place among the news. */
	void tell(UserId user, Frame frame) {
		Subscriber subscriber = this.subscribers.get(user);
		if (subscriber != null) {
			subscriber.tell(frame);
		}
	}

	/** Who is here with a socket of a protocol. */
	List<UserId> users(Protocol protocol) {
		return this.subscribers.values()
			.stream()
			.filter((subscriber) -> subscriber.speaks(protocol))
			.map(Subscriber::user)
			.toList();
	}

	/**
	 * Tells those whom it concerns, and remembers it for those who are being settled.
	 * @return how many it concerns
	 */
	int hear(News news) {
		forgetOverdue();
		this.tail.add(news);
		Collection<Subscriber> concerned = concerned(news);
		concerned.forEach((subscriber) -> tell(subscriber, news));
		return (int) concerned.stream().filter((subscriber) -> !subscriber.gone()).count();
	}

	/** Whether all is known that came since a socket was opened. */
	boolean reaches(Socket socket) {
		return this.tail.reaches(socket.mark());
	}

	/**
	 * What a socket missed until it was opened, by the news at hand; null if they do not
	 * tell, or of too much.
	 */
	@Nullable List<Frame.Text> missed(Socket socket) {
		Long since = socket.since();
		Subscriber subscriber = this.subscribers.get(socket.user());
		if (since == null || subscriber == null || !subscriber.settled() || !this.tail.reaches(since + 1)) {
			return null;
		}
		List<News.Posted> missed = told(subscriber, since + 1).stream()
			.filter((posted) -> posted.position() < socket.mark())
			.limit(MOST_MISSED + 1)
			.toList();
		return (missed.size() <= MOST_MISSED) ? frames(missed, socket.protocol()) : null;
	}

	/** Lets a socket in; returns its user if they were not here before. */
	@Nullable Subscriber enter(Socket socket) {
		if (socket.ended()) {
			return null;
		}
		if (!reaches(socket)) {
			socket.close(Farewell.LOST_TRACK);
			return null;
		}
		Subscriber known = this.subscribers.get(socket.user());
		Subscriber subscriber = (known != null) ? known : new Subscriber(socket.user());
		this.subscribers.put(socket.user(), subscriber);
		this.lingering.remove(subscriber);
		subscriber.enter(socket);
		if (subscriber.settled() && socket.mark() != mark()) {
			told(subscriber, socket.mark()).forEach((posted) -> subscriber.tell(socket, posted));
		}
		return (known != null) ? null : subscriber;
	}

	/**
	 * Takes note of whom a newcomer follows, and tells what was missed meanwhile.
	 * @param authors whom they followed at any time since their mark
	 */
	void settle(Subscriber newcomer, Collection<UserId> authors) {
		if (this.subscribers.get(newcomer.user()) != newcomer) {
			return;
		}
		long mark = newcomer.mark();
		if (!this.tail.reaches(mark)) {
			dismiss(newcomer, Farewell.LOST_TRACK);
			return;
		}
		newcomer.settle();
		following(newcomer, authors, mark).authors().forEach((author) -> this.followers.add(newcomer, author));
		this.tail.from(mark).forEach((news) -> {
			if (concerned(news).contains(newcomer)) {
				tell(newcomer, news);
			}
		});
	}

	/** Sends a user away. */
	void dismiss(Subscriber subscriber, Farewell farewell) {
		subscriber.dismiss(farewell);
		remove(subscriber);
	}

	/** Sends everybody away: news were missed. */
	void dismissAll() {
		this.subscribers.values().forEach((subscriber) -> subscriber.dismiss(Farewell.LOST_TRACK));
		this.subscribers.clear();
		this.followers.clear();
		this.lingering.clear();
		this.tail.clear();
	}

	/** Forgets a socket that is gone, and its user if they do not come back soon. */
	void leave(Socket socket) {
		Subscriber subscriber = this.subscribers.get(socket.user());
		if (subscriber != null) {
			subscriber.leave(socket);
			if (subscriber.gone()) {
				if (subscriber.settled()) {
					this.lingering.add(subscriber, System.nanoTime());
				}
				else {
					remove(subscriber);
				}
			}
		}
		forgetOverdue();
	}

	private void forgetOverdue() {
		this.lingering.takeOverdue(System.nanoTime()).forEach(this::remove);
	}

	/** What a user was told from a mark on, or would have been. */
	private List<News.Posted> told(Subscriber subscriber, long mark) {
		Following following = following(subscriber, subscriber.authors(), mark);
		var told = new ArrayList<News.Posted>();
		this.tail.from(mark).forEach((news) -> {
			following.hear(news);
			if (news instanceof News.Posted posted && following.authors().contains(posted.author())) {
				told.add(posted);
			}
		});
		return told;
	}

	/** Null if they are too long. */
	private static @Nullable List<Frame.Text> frames(List<News.Posted> told, Protocol protocol) {
		var frames = new ArrayList<Frame.Text>(told.size());
		long bytes = 0;
		for (News.Posted posted : told) {
			Frame.Text text = posted.frame().in(protocol);
			if (text != null) {
				frames.add(text);
				bytes += text.bytes();
			}
			if (bytes > MOST_MISSED_BYTES) {
				return null;
			}
		}
		return frames;
	}

	private Following following(Subscriber subscriber, Collection<UserId> since, long mark) {
		return new Following(subscriber.user(), since, this.tail.from(mark));
	}

	private void remove(Subscriber subscriber) {
		if (this.subscribers.remove(subscriber.user(), subscriber)) {
			this.followers.remove(subscriber);
		}
	}

	private Collection<Subscriber> concerned(News news) {
		return switch (news) {
			case News.Followed followed -> settled(followed.user());
			case News.Unfollowed unfollowed -> settled(unfollowed.user());
			case News.Posted posted -> this.followers.of(posted.author());
		};
	}

	private Collection<Subscriber> settled(UserId user) {
		Subscriber subscriber = this.subscribers.get(user);
		return (subscriber != null && subscriber.settled()) ? List.of(subscriber) : List.of();
	}

	private void tell(Subscriber subscriber, News news) {
		switch (news) {
			case News.Followed followed -> this.followers.add(subscriber, followed.author());
			case News.Unfollowed unfollowed -> this.followers.remove(subscriber, unfollowed.author());
			case News.Posted posted -> subscriber.tell(posted);
		}
	}

}
