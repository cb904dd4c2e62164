package social.posts;

import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import social.backing.Backing;

/** A feed worker: the same program in its other role, beside the one under test. */
public class Worker implements AutoCloseable {

	private final ConfigurableApplicationContext program = new SpringApplicationBuilder(PostsApplication.class)
		.profiles("feed-worker")
		.properties(settings())
		.run();

	/** A part of the program. */
	public <T> T part(Class<T> type) {
		return this.program.getBean(type);
	}

	/** Ends the program in an orderly way. */
	@Override
	public void close() {
		this.program.close();
	}

	private static Map<String, Object> settings() {
		return Map.ofEntries(Map.entry("server.port", 0), Map.entry("eureka.client.enabled", false),
				Map.entry("platform.passport.keys", Backing.passportKeys().toString()),
				Map.entry("spring.datasource.url",
						"jdbc:postgresql://127.0.0.1:%d/posts".formatted(Backing.postgres().port())),
				Map.entry("spring.datasource.username", Backing.LOGIN.user()),
				Map.entry("spring.datasource.password", Backing.LOGIN.password()),
				Map.entry("spring.data.redis.port", Backing.redis().port()),
				Map.entry("spring.data.redis.password", Backing.LOGIN.password()),
				Map.entry("spring.rabbitmq.port", Backing.rabbit().port()),
				Map.entry("spring.rabbitmq.username", Backing.LOGIN.user()),
				Map.entry("spring.rabbitmq.password", Backing.LOGIN.password()));
	}

}
