package social.gateway.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KnownInstancesTests {

	private static final Address ONE = new Address("127.0.0.1", 4001);

	private static final Address OTHER = new Address("127.0.0.1", 4002);

	@TempDir
	private Path folder;

	@Test
	void knowsAfterARestartWhoWasThere() {
		known().remember("posts-service", List.of(ONE, OTHER));
		known().remember("users-service", List.of(ONE));
		assertThat(addresses(known(), "posts-service")).containsExactly(ONE, OTHER);
		assertThat(addresses(known(), "users-service")).containsExactly(ONE);
		assertThat(addresses(known(), "dialogs-service")).isEmpty();
	}

	@Test
	void forgetsWhoWentButNeverEverybody() {
		known().remember("posts-service", List.of(ONE, OTHER));
		known().remember("posts-service", List.of(OTHER));
		known().remember("posts-service", List.of());
		assertThat(addresses(known(), "posts-service")).containsExactly(OTHER);
	}

	@Test
	void needsNoFile() {
		var known = new KnownInstances(properties(null));
		known.remember("posts-service", List.of(ONE));
		assertThat(addresses(known, "posts-service")).containsExactly(ONE);
	}

	private KnownInstances known() {
		return new KnownInstances(properties(this.folder.resolve("instances")));
	}

	private static InstanceProperties properties(@Nullable Path file) {
		return new InstanceProperties(file, Duration.ofSeconds(2), 3, Duration.ofSeconds(2), Duration.ofMillis(50));
	}

	private static List<Address> addresses(KnownInstances known, String service) {
		return known.getInstances(service).map(Address::of).toStream().toList();
	}

}
