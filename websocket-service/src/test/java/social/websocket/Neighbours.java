package social.websocket;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the service finds beside it instead of the mesh. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

	@Bean
	DynamicPropertyRegistrar addresses() {
		return (registry) -> {
			registry.add("spring.cloud.discovery.client.simple.instances.posts-service[0].uri",
					PostsServer.shared()::uri);
			registry.add("spring.cloud.discovery.client.simple.instances.dialogs-service[0].uri",
					DialogsServer.shared()::uri);
			registry.add("spring.cloud.discovery.client.simple.instances.users-service[0].uri",
					UsersServer.shared()::uri);
		};
	}

}
