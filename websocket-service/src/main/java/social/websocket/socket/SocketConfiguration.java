package social.websocket.socket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Sets the limits of what clients may send, and the beat of the sweep. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SocketConfiguration {

	@Bean
	ServletServerContainerFactoryBean container(SocketProperties limits) {
		var container = new ServletServerContainerFactoryBean();
		// the buffers are there for every socket, so they are as small as the limit
		container.setMaxTextMessageBufferSize(limits.inbound());
		container.setMaxBinaryMessageBufferSize(limits.inbound());
		return container;
	}

	@Bean
	SchedulingConfigurer sweep(Sockets sockets, SocketProperties properties) {
		// one with a delay would wait for whatever other such task waits for
		return (tasks) -> tasks.addFixedRateTask(sockets::beat, properties.sweep());
	}

}
