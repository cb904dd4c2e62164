package social.posts;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import social.backing.Backing;

/**
 * A feed worker: the same program in its other role, beside the one under test. It takes
 * followers in small pages.
 */
public class Worker implements AutoCloseable {

	/** How many followers an author may have to be a small one. */
	public static final int LARGE = 30;

	private final ConfigurableApplicationContext program = new SpringApplicationBuilder(PostsApplication.class)
		.profiles("feed-worker")
		.run(settings());

	/** A part of the program. */
	public <T> T part(Class<T> type) {
		return this.program.getBean(type);
	}

	/** Ends the program in an orderly way. */
	@Override
	public void close() {
		this.program.close();
	}

	private static String[] settings() {
		return """
				--server.port=0
				--posts.fanout.followers=10
				--posts.feed.large=30
				--eureka.client.enabled=false
				--platform.passport.keys=%1$s
				--spring.datasource.url=jdbc:postgresql://127.0.0.1:%2$d/posts
				--spring.datasource.username=%5$s
				--spring.datasource.password=%6$s
				--spring.data.redis.port=%3$d
				--spring.data.redis.password=%6$s
				--spring.rabbitmq.port=%4$d
				--spring.rabbitmq.username=%5$s
				--spring.rabbitmq.password=%6$s
				"""
			.formatted(Backing.passportKeys(), Backing.postgres().port(), Backing.redis().port(),
					Backing.rabbit().port(), Backing.LOGIN.user(), Backing.LOGIN.password())
			.split("\n");
	}

}
