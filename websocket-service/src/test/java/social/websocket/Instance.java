package social.websocket;

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import social.backing.Backing;

/** One more instance of the service, started as a program is. */
public class Instance implements AutoCloseable {

	private static final String NEIGHBOUR = "--spring.cloud.discovery.client.simple.instances.%s[0].uri=%s";

	private final ConfigurableApplicationContext context;

	/** Starts the instance. */
	public Instance(String... settings) {
		var usual = Stream.of("--server.port=0", "--management.server.port=0", "--eureka.client.enabled=false",
				NEIGHBOUR.formatted("posts-service", PostsServer.shared().uri()),
				NEIGHBOUR.formatted("dialogs-service", DialogsServer.shared().uri()),
				NEIGHBOUR.formatted("users-service", UsersServer.shared().uri()),
				"--platform.passport.keys=" + Backing.passportKeys(),
				"--spring.rabbitmq.port=" + Backing.rabbit().port(),
				"--spring.rabbitmq.username=" + Backing.LOGIN.user(),
				"--spring.rabbitmq.password=" + Backing.LOGIN.password());
		this.context = new SpringApplicationBuilder(WebsocketApplication.class)
			.run(Stream.concat(usual, Arrays.stream(settings)).toArray(String[]::new));
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
