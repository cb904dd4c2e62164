package social.dialogs.hint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

import social.platform.request.RequestIds;

/**
 * Hands hints to the broker and waits for its word on each.
 * <p>
 * A batch goes over one channel, which keeps its order. That nobody takes a hint is no
 * failure: where there are no sockets, nobody wants it.
 */
@Component
class HintPublisher {

	static final String MESSAGES = "dialogs.message";

	private final RabbitTemplate rabbit;

	private final Duration timeout;

	HintPublisher(RabbitTemplate rabbit, HintProperties properties) {
		this.rabbit = rabbit;
		this.timeout = properties.confirmTimeout();
	}

	/**
	 * Publishes all, in order.
	 * @throws AmqpException if the broker does not confirm each of them; any of them may
	 * have got there all the same
	 */
	void publish(List<Hint> batch) {
		List<CorrelationData> sent = this.rabbit
			.invoke((channel) -> batch.stream().map((hint) -> send(channel, hint)).toList());
		long deadline = System.nanoTime() + this.timeout.toNanos();
		for (CorrelationData each : sent) {
			await(each, deadline);
		}
	}

	private static CorrelationData send(RabbitOperations channel, Hint hint) {
		var message = MessageBuilder.withBody(hint.body())
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setHeader(RequestIds.KEY, hint.requestId())
			.build();
		var correlation = new CorrelationData();
		channel.send(MESSAGES, MessageSent.TYPE, message, correlation);
		return correlation;
	}

	private static void await(CorrelationData sent, long deadline) {
		try {
			var confirm = sent.getFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (!confirm.ack()) {
				throw new AmqpException("The broker refused a message: " + confirm.reason());
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

}
