package social.posts.relay;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.posts.broker.Broker;
import social.posts.broker.Letter;
import social.posts.broker.Topic;
import social.posts.event.LoggedChange;

/** Makes messages of changes: the change itself, and what follows from it. */
@Component
@Profile("!feed-worker")
class Publisher {

	private static final String FRIENDS = "friend.";

	private final Broker broker;

	Publisher(Broker broker) {
		this.broker = broker;
	}

	/**
	 * Publishes all, in order.
	 * @throws org.springframework.amqp.AmqpException if the broker does not have each of
	 * them safe in a queue; any of them may have got there all the same
	 */
	void publish(List<LoggedChange> batch) {
		this.broker.send(batch.stream().flatMap(Publisher::letters).toList());
	}

	private static Stream<Letter> letters(LoggedChange change) {
		// changes of subscriptions interest only sockets: where there are none, nobody
		boolean needed = !change.type().startsWith(FRIENDS);
		var letter = new Letter(Topic.CHANGES, change.type(), change.message(), change.requestId(), needed);
		return (change.subscriber() != null)
				? Stream.of(letter, Letter.rebuild(change.subscriber(), change.left(), change.requestId()))
				: Stream.of(letter);
	}

}
