package social.posts.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.platform.request.RequestIds;

/**
 * Hands changes to the broker and waits for its word on each.
 * <p>
 * A batch goes over one channel, which keeps its order. A StreamBridge would take a new
 * channel for each message that is not yet confirmed; it would keep no order.
 */
@Component
@Profile("!feed-worker")
class Publisher {

	static final String CHANGES = "posts.change";

	static final String REBUILDS = "posts.rebuild";

	private static final Logger log = LoggerFactory.getLogger(Publisher.class);

	private final RabbitTemplate rabbit;

	private final Duration timeout;

	Publisher(RabbitTemplate rabbit, RelayProperties properties) {
		this.rabbit = rabbit;
		// the receipt tells; without anybody to tell, each would be a warning in the log
		rabbit.setReturnsCallback((returned) -> log.debug("No queue takes {}", returned.getRoutingKey()));
		this.timeout = properties.confirmTimeout();
	}

	/**
	 * Publishes all, in order.
	 * @throws AmqpException if the broker does not have each of them safe in a queue; any
	 * of them may have got there all the same
	 */
	void publish(List<LoggedChange> batch) {
		List<Receipt> receipts = this.rabbit.invoke((channel) -> send(channel, batch));
		long deadline = System.nanoTime() + this.timeout.toNanos();
		for (Receipt receipt : receipts) {
			await(receipt, deadline);
		}
	}

	private static List<Receipt> send(RabbitOperations channel, List<LoggedChange> batch) {
		var receipts = new ArrayList<Receipt>();
		for (LoggedChange change : batch) {
			receipts.add(send(channel, CHANGES, change.type(), change.message(), change.requestId()));
			if (change.subscriber() != null) {
				String message = "{\"user_id\":\"%s\"}".formatted(change.subscriber());
				receipts.add(send(channel, REBUILDS, REBUILDS, message, change.requestId()));
			}
		}
		return receipts;
	}

	private static Receipt send(RabbitOperations channel, String exchange, String key, String json, String requestId) {
		Message message = MessageBuilder.withBody(json.getBytes(StandardCharsets.UTF_8))
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setHeader(RequestIds.KEY, requestId)
			.build();
		var correlation = new CorrelationData();
		channel.send(exchange, key, message, correlation);
		return new Receipt(key, correlation);
	}

	private static void await(Receipt receipt, long deadline) {
		try {
			var confirm = receipt.correlation().getFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (!confirm.ack()) {
				throw new AmqpException("The broker refused a message: " + confirm.reason());
			}
			if (receipt.lost()) {
				throw new AmqpException("No queue takes " + receipt.key());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AmqpException("Interrupted while messages were not confirmed", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AmqpException("The broker does not confirm", ex);
		}
	}

	/** What the broker will say of one message. */
	private record Receipt(String key, CorrelationData correlation) {

		// changes of subscriptions interest only sockets: where there are none, nobody
		boolean lost() {
			return this.correlation.getReturned() != null && !this.key.startsWith("friend.");
		}

	}

}
