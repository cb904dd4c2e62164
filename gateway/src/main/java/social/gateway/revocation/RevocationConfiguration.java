package social.gateway.revocation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hears of ended sessions at once, through a queue of this gateway's own. A message that
 * can't be read is passed over: what it tells is found by asking.
 */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	private static final Logger log = LoggerFactory.getLogger(RevocationConfiguration.class);

	private static final String EXCHANGE = "users.revocation";

	private static final String TYPE = "session.revoked";

	private static final long RECOVERY = 1000;

	@Bean
	TopicExchange revocationExchange() {
		return ExchangeBuilder.topicExchange(EXCHANGE).durable(true).build();
	}

	@Bean
	Queue revocationQueue() {
		var queue = new AnonymousQueue(new Base64UrlNamingStrategy(EXCHANGE + ".gateway."));
		// RabbitMQ before 3.13 refuses to be told where in a cluster such a queue shall
		// be
		queue.setLeaderLocator(null);
		return queue;
	}

	@Bean
	Binding revocationBinding(Queue revocationQueue, TopicExchange revocationExchange) {
		return BindingBuilder.bind(revocationQueue).to(revocationExchange).with("#");
	}

	@Bean
	SimpleMessageListenerContainer revocationListener(ConnectionFactory broker, Queue revocationQueue,
			Revocations revocations) {
		var container = new SimpleMessageListenerContainer(broker);
		container.setQueues(revocationQueue);
		container.setMissingQueuesFatal(false);
		container.setRecoveryInterval(RECOVERY);
		container.setMessageListener((MessageListener) (message) -> hear(message, revocations));
		return container;
	}

	private static void hear(Message message, Revocations revocations) {
		if (!TYPE.equals(message.getMessageProperties().getReceivedRoutingKey())) {
			return;
		}
		try {
			revocations.add(JsonMapper.shared().readValue(message.getBody(), SessionsRevoked.class).revocations());
		}
		catch (JacksonException ex) {
			log.warn("A message tells of no ended session: {}", ex.getOriginalMessage());
		}
	}

	/** What the message says. */
	record SessionsRevoked(@JsonProperty(required = true) List<Revocation> revocations) {
	}

}
