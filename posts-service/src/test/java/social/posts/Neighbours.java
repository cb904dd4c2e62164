package social.posts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * What the service finds beside it instead of the mesh. It is no configuration by
 * annotation, or the feed worker of a test would find it, too.
 */
class Neighbours {

	@Bean
	UsersServer usersServer() {
		return new UsersServer();
	}

	@Bean
	DynamicPropertyRegistrar usersAddress(UsersServer usersServer) {
		return (registry) -> registry.add("spring.cloud.discovery.client.simple.instances.users-service[0].uri",
				usersServer::uri);
	}

	@Bean
	@Lazy
	Worker worker() {
		return new Worker();
	}

}
