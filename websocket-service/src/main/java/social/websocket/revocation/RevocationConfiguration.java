package social.websocket.revocation;

import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

import social.platform.request.RequestIds;

/** Listens to users-service, with a queue of this instance's own, and asks it. */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	private static final Logger log = LoggerFactory.getLogger(RevocationConfiguration.class);

	@Bean
	Consumer<Message<byte[]>> revoke(Revocations revocations, MeterRegistry meters) {
		var unreadable = meters.counter("social.websocket.unreadable");
		return (message) -> RequestIds.run(message.getHeaders().get(RequestIds.KEY, String.class), () -> {
			try {
				revocations.accept(message.getPayload());
			}
			catch (JacksonException ex) {
				unreadable.increment();
				log.warn("A message tells of no ended session: {}", ex.getOriginalMessage());
			}
		});
	}

	@Bean
	SchedulingConfigurer revocationPoll(Revocations revocations, RevocationProperties properties) {
		return (tasks) -> tasks.addFixedDelayTask(revocations::ask, properties.poll());
	}

}
