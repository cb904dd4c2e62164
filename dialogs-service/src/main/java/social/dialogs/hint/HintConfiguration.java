package social.dialogs.hint;

import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where hints go: whoever wants to hear them binds a queue of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HintProperties.class)
class HintConfiguration {

	@Bean
	TopicExchange hintExchange() {
		return ExchangeBuilder.topicExchange(HintPublisher.MESSAGES).durable(true).build();
	}

}
