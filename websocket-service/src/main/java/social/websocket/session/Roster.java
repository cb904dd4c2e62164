package social.websocket.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;
import social.websocket.socket.Farewell;
import social.websocket.socket.Socket;

/** Who is here and whom they follow. Guarded by the audience's lock. */
class Roster {

	private final Map<UserId, Subscriber> subscribers = new HashMap<>();

	private final Followers followers = new Followers();

	private final Tail tail;

	Roster(Tail tail) {
		this.tail = tail;
	}

	/** Where the news stand. */
	long mark() {
		return this.tail.mark();
	}

	/** Tells those whom it concerns, and remembers it for those who are being settled. */
	void hear(News news) {
		this.tail.add(news);
		concerned(news).forEach((subscriber) -> tell(subscriber, news));
	}

	/** Lets a socket in; returns its user if they were not here before. */
	@Nullable Subscriber enter(Socket socket) {
		if (socket.ended()) {
			return null;
		}
		if (!this.tail.reaches(socket.from())) {
			socket.close(Farewell.LOST_TRACK);
			return null;
		}
		Subscriber known = this.subscribers.get(socket.user());
		Subscriber subscriber = (known != null) ? known : new Subscriber(socket.user());
		this.subscribers.put(socket.user(), subscriber);
		subscriber.enter(socket);
		replay(subscriber, socket);
		return (known != null) ? null : subscriber;
	}

	/** Takes note of whom a newcomer follows, and tells what was missed meanwhile. */
	void settle(Subscriber newcomer, Collection<UserId> authors) {
		if (this.subscribers.get(newcomer.user()) != newcomer) {
			return;
		}
		if (!this.tail.reaches(newcomer.from())) {
			dismiss(newcomer, Farewell.LOST_TRACK);
			return;
		}
		newcomer.settle();
		authors.forEach((author) -> this.followers.add(newcomer, author));
		this.tail.from(newcomer.from()).forEach((news) -> {
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
		this.tail.clear();
	}

	/** Forgets a socket that is gone. */
	void leave(Socket socket) {
		Subscriber subscriber = this.subscribers.get(socket.user());
		if (subscriber != null) {
			subscriber.leave(socket);
			if (subscriber.gone()) {
				remove(subscriber);
			}
		}
	}

	private void replay(Subscriber subscriber, Socket socket) {
		this.tail.from(socket.from()).forEach((news) -> {
			if (news instanceof News.Posted posted && concerned(posted).contains(subscriber)) {
				subscriber.tell(socket, posted);
			}
		});
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
