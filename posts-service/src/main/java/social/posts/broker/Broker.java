package social.posts.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

import social.platform.request.RequestIds;

/**
 * Hands messages to the broker and waits for its word on each.
 * <p>
 * What is sent together goes over one channel, which keeps its order. A StreamBridge
 * would take a new channel for each message that is not yet confirmed; it would keep no
 * order.
 */
@Component
public class Broker {

	private static final Logger log = LoggerFactory.getLogger(Broker.class);

	private final RabbitTemplate rabbit;

	private final Duration timeout;

	Broker(RabbitTemplate rabbit, BrokerProperties properties) {
		this.rabbit = rabbit;
		// the receipt tells; without anybody to tell, each would be a warning in the log
		rabbit.setReturnsCallback((returned) -> log.debug("No queue takes {}", returned.getRoutingKey()));
		this.timeout = properties.confirmTimeout();
	}

	/**
	 * Sends all, in order.
	 * @throws AmqpException if the broker does not have each of them safe in a queue; any
	 * of them may have got there all the same
	 */
	public void send(List<Letter> letters) {
		List<Receipt> receipts = this.rabbit
			.invoke((channel) -> letters.stream().map((letter) -> send(channel, letter)).toList());
		long deadline = System.nanoTime() + this.timeout.toNanos();
		receipts.forEach((receipt) -> receipt.await(deadline));
	}

	private static Receipt send(RabbitOperations channel, Letter letter) {
		Message message = MessageBuilder.withBody(letter.json().getBytes(StandardCharsets.UTF_8))
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setHeader(RequestIds.KEY, letter.requestId())
			.build();
		var correlation = new CorrelationData();
		channel.send(letter.topic().exchange(), letter.key(), message, correlation);
		return new Receipt(letter, correlation);
	}

}
