package social.users.revocation;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

import social.platform.request.RequestIds;

/**
 * Publishes revocations, from a thread of its own, once and without a promise: whoever
 * must not miss one also asks. What comes faster than the broker takes it is dropped.
 */
@Component
class RevocationPublisher implements AutoCloseable {

	static final String EXCHANGE = "users.revocation";

	private static final Logger log = LoggerFactory.getLogger(RevocationPublisher.class);

	private static final int WAITING = 1000;

	private final ExecutorService thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().name("revocations").factory(),
			new ThreadPoolExecutor.DiscardPolicy());

	private final RabbitTemplate rabbit;

	private final JsonMapper json;

	RevocationPublisher(RabbitTemplate rabbit, JsonMapper json) {
		this.rabbit = rabbit;
		this.json = json;
	}

	void publish(List<Revocation> revocations) {
		var message = MessageBuilder.withBody(this.json.writeValueAsBytes(new SessionsRevoked(revocations)))
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setHeader(RequestIds.KEY, RequestIds.currentOrNew())
			.build();
		this.thread.execute(() -> {
			try {
				this.rabbit.send(EXCHANGE, SessionsRevoked.TYPE, message);
			}
			catch (AmqpException ex) {
				log.warn("Nobody hears at once of {} revocations: {}", revocations.size(), ex.getMessage());
			}
		});
	}

	@Override
	public void close() {
		this.thread.shutdown();
	}

}
