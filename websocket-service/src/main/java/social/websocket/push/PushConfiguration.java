package social.websocket.push;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.amqp.rabbit.listener.MissingQueueEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.Message;

import social.platform.request.RequestIds;
import social.websocket.change.ChangeReader;

/**
 * Listens to posts-service's changes.
 * <p>
 * The queue is this instance's own, so there is no dead-letter queue and nothing is tried
 * twice: what can't be read is counted and passed over, and what is missed is fetched
 * from the log.
 */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

	private static final Logger log = LoggerFactory.getLogger(PushConfiguration.class);

	private static final String CHANGES = "posts.change.";

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Sequence sequence;

	private final CachingConnectionFactory connections;

	PushConfiguration(Sequence sequence, CachingConnectionFactory connections) {
		this.sequence = sequence;
		this.connections = connections;
	}

	@Bean
	Consumer<Message<byte[]>> push(ChangeReader reader, MeterRegistry meters) {
		var unreadable = meters.counter("social.websocket.unreadable");
		return (message) -> RequestIds.run(message.getHeaders().get(RequestIds.KEY, String.class), () -> {
			try {
				this.sequence.accept(reader.read(message.getPayload()));
			}
			catch (JacksonException ex) {
				unreadable.increment();
				log.warn("A message is no change: {}", ex.getOriginalMessage());
			}
		});
	}

	/**
	 * Leaves out where in a cluster the queue shall be: RabbitMQ before 3.13 refuses to
	 * be told that of a queue of this kind, and it is with its only reader anyway.
	 */
	@Bean
	DeclarableCustomizer withoutLocator() {
		return (declarable) -> {
			if (declarable instanceof Queue queue) {
				queue.setLeaderLocator(null);
			}
			return declarable;
		};
	}

	/** Only a new connection has its queues declared, and this one may last. */
	@EventListener(MissingQueueEvent.class)
	void missing() {
		this.connections.resetConnection();
	}

	@EventListener
	void delivering(ConsumeOkEvent event) {
		if (event.getQueue().startsWith(CHANGES)) {
			// the broker's own thread has to go on meanwhile
			this.threads.execute(this.sequence::resume);
		}
	}

	@PreDestroy
	void stop() {
		this.threads.shutdownNow();
	}

}
