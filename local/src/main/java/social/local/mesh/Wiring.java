package social.local.mesh;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import social.backing.Login;

/** How parts find each other, and as whom they log in. */
record Wiring(Plan plan, Secrets secrets) {

	private static final String LOOPBACK = "127.0.0.1";

	private static final String USER = "otus-social";

	// where only this machine can ask, all have one address, and benches one user
	private static final List<String> LIMITS = List.of("USER", "ADDRESS", "LOGIN", "REGISTER");

	private static final String UNLIMITED = "100000000 in 1s";

	private static final String MANY = "1000000";

	private static final String WARM_UP = "10000";

	/** The account that owns a server. */
	Login owner(String server) {
		return new Login(USER, this.secrets.password(server));
	}

	/** The account that owns one database and reaches no other. */
	Login ownerOfDatabase(String database) {
		return new Login(database, this.secrets.password("database-" + database));
	}

	String jdbcUrl(String database) {
		return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, this.plan.port(Plan.POSTGRES), database);
	}

	/**
	 * Where a gateway keeps the instances that it knows: good for as long as the plan is.
	 */
	Path instances(String name) {
		return this.secrets.folder().toAbsolutePath().resolveSibling("run").resolve(name + ".instances");
	}

	/** All that a program has to be told. */
	Map<String, String> environment(Service service, Place place) {
		var environment = new HashMap<String, String>();
		environment.put("SPRING_PROFILES_ACTIVE", service.profile());
		environment.put("SERVER_PORT", Integer.toString(place.port()));
		environment.put("SERVER_ADDRESS", (service == Service.GATEWAY) ? this.plan.address() : LOOPBACK);
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(place.management()));
		environment.put("EUREKA_INSTANCE_INSTANCE_ID", place.name());
		environment.put("PLATFORM_PASSPORT_KEYS", this.secrets.passportKeys().toString());
		Login registrar = owner(Service.DISCOVERY.id());
		if (service == Service.DISCOVERY) {
			environment.put("DISCOVERY_PASSWORD", registrar.password());
		}
		else {
			environment.put("EUREKA_CLIENT_SERVICEURL_DEFAULTZONE", "http://%s:%s@%s:%d/eureka"
				.formatted(registrar.user(), registrar.password(), LOOPBACK, this.plan.port(Service.DISCOVERY.id())));
		}
		if (service == Service.GATEWAY) {
			environment.put("GATEWAY_EDGE_SHARE_PORT", "true");
			environment.put("GATEWAY_INSTANCE_FILE", instances(place.name()).toString());
			if (this.plan.tuning() == Tuning.PEAK) {
				environment.put("GATEWAY_WARMUP_REQUESTS", WARM_UP);
			}
		}
		service.database().ifPresent((database) -> {
			Login login = ownerOfDatabase(database);
			environment.put("SPRING_DATASOURCE_URL", jdbcUrl(database));
			environment.put("SPRING_DATASOURCE_USERNAME", login.user());
			environment.put("SPRING_DATASOURCE_PASSWORD", login.password());
		});
		environment.put("SPRING_DATA_REDIS_HOST", LOOPBACK);
		environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(this.plan.port(Plan.REDIS)));
		environment.put("SPRING_DATA_REDIS_PASSWORD", owner(Plan.REDIS).password());
		environment.put("SPRING_RABBITMQ_HOST", LOOPBACK);
		environment.put("SPRING_RABBITMQ_PORT", Integer.toString(this.plan.port(Plan.RABBITMQ)));
		environment.put("SPRING_RABBITMQ_USERNAME", USER);
		environment.put("SPRING_RABBITMQ_PASSWORD", owner(Plan.RABBITMQ).password());
		if (service == Service.GATEWAY && LOOPBACK.equals(this.plan.address())) {
			LIMITS.forEach((limit) -> environment.put("GATEWAY_LIMIT_" + limit, UNLIMITED));
			environment.put("GATEWAY_LIMIT_REQUESTS", MANY);
			environment.put("GATEWAY_LIMIT_BODIES", MANY);
			environment.put("GATEWAY_LIMIT_CONNECTIONS", MANY);
			environment.put("GATEWAY_SOCKET_PERADDRESS", MANY);
			environment.put("GATEWAY_SOCKET_PERUSER", MANY);
			// a machine that does all at once is slow, not without Redis
			environment.put("GATEWAY_LIMIT_PATIENCE", "1s");
		}
		return environment;
	}

}
