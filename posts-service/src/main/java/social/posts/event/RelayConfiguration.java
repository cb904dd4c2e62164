package social.posts.event;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Lets the relay hear the hints of other instances. */
@Configuration(proxyBeanMethods = false)
@Profile("!feed-worker")
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

	@Bean
	RedisMessageListenerContainer relayHintListener(RedisConnectionFactory redis, Relay relay) {
		var container = new RedisMessageListenerContainer();
		container.setConnectionFactory(redis);
		container.addMessageListener((message, pattern) -> relay.wake(), ChannelTopic.of(RelayHints.CHANNEL));
		return container;
	}

}
