package social.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Migrates over connections of its own, which may take their time.
 * <p>
 * Those of the pool are bound by timeouts, of which a migration could lift only what the
 * server holds, and that for as long as the connection lives.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({ FlywayConfigurationCustomizer.class, JdbcConnectionDetails.class })
class MigrationAutoConfiguration {

	private static final Logger log = LoggerFactory.getLogger(MigrationAutoConfiguration.class);

	@Bean
	@ConditionalOnBean(JdbcConnectionDetails.class)
	FlywayConfigurationCustomizer ownConnections(JdbcConnectionDetails database) {
		return (flyway) -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	/** Starts the pool, which would wait for the first request. */
	@Bean
	@ConditionalOnBean(JdbcConnectionDetails.class)
	ApplicationRunner startedPool(DataSource pool) {
		return (arguments) -> {
			try (Connection first = pool.getConnection()) {
				log.debug("The pool has its first connection: {}", first);
			}
			catch (SQLException ex) {
				log.warn("The pool has no connection yet: {}", ex.getMessage());
			}
		};
	}

}
