package social.dialogs;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the service finds beside it instead of the mesh. */
@TestConfiguration(proxyBeanMethods = false)
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

}
