package social.posts.broker;

import java.util.Arrays;
import java.util.List;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
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
	Declarables topics() {
		return new Declarables(Arrays.stream(Topic.values()).flatMap((topic) -> declare(topic).stream()).toList());
	}

	private static List<Declarable> declare(Topic topic) {
		var exchange = ExchangeBuilder.topicExchange(topic.exchange()).durable(true).build();
		var deadLetters = ExchangeBuilder.directExchange(DEAD_LETTERS).durable(true).build();
		Queue queue = QueueBuilder.durable(topic.workersQueue())
			.quorum()
			.deliveryLimit(DELIVERY_LIMIT)
			.deadLetterExchange(DEAD_LETTERS)
			.deadLetterRoutingKey(topic.workersQueue())
			.build();
		Queue dead = QueueBuilder.durable(queue.getName() + ".dlq").quorum().build();
		Binding binding = BindingBuilder.bind(queue).to(exchange).with(topic.workersKey()).noargs();
		Binding deadBinding = BindingBuilder.bind(dead).to(deadLetters).with(queue.getName()).noargs();
		return List.of(exchange, deadLetters, queue, dead, binding, deadBinding);
	}

}
