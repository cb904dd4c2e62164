package social.backing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Somebody who hears all that is published to an exchange, even if the broker restarts.
 */
public final class Listener implements AutoCloseable {

	private final AmqpAdmin admin;

	private final RabbitTemplate rabbit;

	private final Queue queue = new Queue("test." + UUID.randomUUID());

	private final List<Message> heard = new ArrayList<>();

	/** Listens from now on. */
	public Listener(RabbitTemplate rabbit, String exchange) {
		this.admin = new RabbitAdmin(rabbit.getConnectionFactory());
		this.rabbit = rabbit;
		this.admin.declareQueue(this.queue);
		this.admin
			.declareBinding(new Binding(this.queue.getName(), Binding.DestinationType.QUEUE, exchange, "#", null));
	}

	/** All messages so far. */
	public List<Message> heard() {
		Message next = this.rabbit.receive(this.queue.getName());
		while (next != null) {
			this.heard.add(next);
			next = this.rabbit.receive(this.queue.getName());
		}
		return this.heard;
	}

	@Override
	public void close() {
		this.admin.deleteQueue(this.queue.getName());
	}

}
