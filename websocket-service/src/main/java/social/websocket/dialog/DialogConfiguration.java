package social.websocket.dialog;

import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.Message;

import social.platform.request.RequestIds;

/** Listens to dialogs-service's messages, with a queue of this instance's own. */
@Configuration(proxyBeanMethods = false)
class DialogConfiguration {

	private static final Logger log = LoggerFactory.getLogger(DialogConfiguration.class);

	private static final String MESSAGES = "dialogs.message.";

	private final Mail mail;

	DialogConfiguration(Mail mail) {
		this.mail = mail;
	}

	@Bean
	Consumer<Message<byte[]>> deliver(MeterRegistry meters) {
		var unreadable = meters.counter("social.websocket.unreadable");
		return (message) -> RequestIds.run(message.getHeaders().get(RequestIds.KEY, String.class), () -> {
			try {
				this.mail.accept(message.getPayload());
			}
			catch (JacksonException ex) {
				unreadable.increment();
				log.warn("A message can't be read: {}", ex.getOriginalMessage());
			}
		});
	}

	@EventListener
	void delivering(ConsumeOkEvent event) {
		if (event.getQueue().startsWith(MESSAGES)) {
			this.mail.resume();
		}
	}

}
