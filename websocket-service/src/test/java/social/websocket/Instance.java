package social.websocket;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import social.backing.Backing;

/** One more instance of the service, started as a program is. */
public class Instance implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	/** Starts the instance. */
	public Instance() {
		this.context = new SpringApplicationBuilder(WebsocketApplication.class).run("--server.port=0",
				"--management.server.port=0", "--eureka.client.enabled=false",
				"--spring.cloud.discovery.client.simple.instances.posts-service[0].uri=" + PostsServer.shared().uri(),
				"--spring.cloud.discovery.client.simple.instances.dialogs-service[0].uri="
						+ DialogsServer.shared().uri(),
				"--platform.passport.keys=" + Backing.passportKeys(),
				"--spring.rabbitmq.port=" + Backing.rabbit().port(),
				"--spring.rabbitmq.username=" + Backing.LOGIN.user(),
				"--spring.rabbitmq.password=" + Backing.LOGIN.password());
	}

	/** Where it listens. */
	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Stops it as a signal would. */
	@Override
	public void close() {
		this.context.close();
	}

}
