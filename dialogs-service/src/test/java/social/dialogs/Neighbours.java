package social.dialogs;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * What the service finds beside it instead of the mesh: a users-service and, where
 * {@code CITUS_URL} leads to one, a Citus for the whole suite.
 */
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

	@Bean
	@Primary
	@ConditionalOnProperty("CITUS_URL")
	JdbcConnectionDetails citus(@Value("${CITUS_URL}") String url) {
		return new Citus(url);
	}

	/** The way to it, with the account in the URL. */
	private record Citus(String url) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public @Nullable String getUsername() {
			return null;
		}

		@Override
		public @Nullable String getPassword() {
			return null;
		}

	}

}
