package social.backing;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Points a service under test to the servers of {@link Backing} that it can use. */
@Configuration(proxyBeanMethods = false)
class BackingConfiguration {

	@Bean
	DynamicPropertyRegistrar passportKeyFile() {
		return (registry) -> registry.add("platform.passport.keys", Backing::passportKeys);
	}

	/** A database named after the service. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(
			name = { "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails", "org.postgresql.Driver" })
	static class Postgres {

		@Bean
		JdbcConnectionDetails postgres(@Value("${spring.application.name}") String service) {
			String database = service.replace("-service", "");
			Backing.createDatabase(database);
			return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(Backing.postgres().port(), database));
		}

	}

	/** Redis. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails")
	static class Redis {

		@Bean
		DataRedisConnectionDetails redis() {
			int port = Backing.redis().port();
			return new DataRedisConnectionDetails() {

				@Override
				public String getPassword() {
					return Backing.LOGIN.password();
				}

				@Override
				public Standalone getStandalone() {
					return Standalone.of("127.0.0.1", port);
				}

			};
		}

	}

	/** RabbitMQ. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails")
	static class Rabbit {

		@Bean
		RabbitConnectionDetails rabbit() {
			var address = new RabbitConnectionDetails.Address("127.0.0.1", Backing.rabbit().port());
			return new RabbitConnectionDetails() {

				@Override
				public String getUsername() {
					return Backing.LOGIN.user();
				}

				@Override
				public String getPassword() {
					return Backing.LOGIN.password();
				}

				@Override
				public List<Address> getAddresses() {
					return List.of(address);
				}

			};
		}

	}

	private record Database(String url) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return Backing.LOGIN.user();
		}

		@Override
		public String getPassword() {
			return Backing.LOGIN.password();
		}

	}

}
