package social.posts.event;

import java.util.List;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * What has to be at the broker before the first message leaves: the feed workers' queues,
 * declared here as they declare them, so that nothing is lost while none of them ever
 * ran.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!feed-worker")
class BrokerConfiguration {

	private static final String DEAD_LETTERS = "DLX";

	private static final int DELIVERY_LIMIT = 5;

	@Bean
	Declarables changes() {
		return topic(Publisher.CHANGES, "post.*");
	}

	@Bean
	Declarables rebuilds() {
		return topic(Publisher.REBUILDS, "#");
	}

	private static Declarables topic(String name, String key) {
		var topic = ExchangeBuilder.topicExchange(name).durable(true).build();
		var deadLetters = ExchangeBuilder.directExchange(DEAD_LETTERS).durable(true).build();
		Queue queue = QueueBuilder.durable(name + ".feed-worker")
			.quorum()
			.deliveryLimit(DELIVERY_LIMIT)
			.deadLetterExchange(DEAD_LETTERS)
			.deadLetterRoutingKey(name + ".feed-worker")
			.build();
		Queue dead = QueueBuilder.durable(queue.getName() + ".dlq").quorum().build();
		Binding binding = BindingBuilder.bind(queue).to(topic).with(key).noargs();
		Binding deadBinding = BindingBuilder.bind(dead).to(deadLetters).with(queue.getName()).noargs();
		return new Declarables(List.of(topic, deadLetters, queue, dead, binding, deadBinding));
	}

}
