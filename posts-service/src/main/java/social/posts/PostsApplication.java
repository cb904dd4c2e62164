package social.posts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The service that keeps posts, subscriptions and feeds; with the profile
 * {@code feed-worker} the one that keeps the feeds up to date.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PostsApplication {

	/** Starts the service. */
	public static void main(String[] args) {
		SpringApplication.run(PostsApplication.class, args);
	}

}
