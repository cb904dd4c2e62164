package social.local.mesh;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A program of ours, by the name under which the others find it. */
public enum Service {

	DISCOVERY("discovery", null), GATEWAY("gateway", null), USERS("users-service", "users"),
	POSTS("posts-service", "posts"), FEED_WORKER("feed-worker", "posts"), DIALOGS("dialogs-service", "dialogs"),
	WEBSOCKET("websocket-service", null);

	// a third of the others' weight: a worker has the same message as those who push it
	private static final int BEHIND = 5;

	private final String id;

	private final @Nullable String database;

	Service(String id, @Nullable String database) {
		this.id = id;
		this.database = database;
	}

	/** The service that an instance such as {@code posts-service-2} belongs to. */
	public static Optional<Service> of(String instance) {
		String id = instance.replaceFirst("-\\d+$", "");
		return Arrays.stream(values()).filter((service) -> service.id.equals(id)).findFirst();
	}

	/** The name in Eureka. */
	public String id() {
		return this.id;
	}

	/** Whether there can be more than one of it. */
	public boolean canScale() {
		return this != DISCOVERY;
	}

	/** The name of one of its instances, counted from 1. */
	public String instance(int number) {
		return (number == 1) ? this.id : this.id + "-" + number;
	}

	/** The folder of the repository that its jar is built in. */
	String module() {
		return (this == FEED_WORKER) ? POSTS.id : this.id;
	}

	/** The role it takes among those of its jar. */
	String profile() {
		return (this == FEED_WORKER) ? this.id : "";
	}

	/** How far it stands back where the processors are short. */
	int nice() {
		return (this == FEED_WORKER) ? BEHIND : 0;
	}

	Optional<String> database() {
		return Optional.ofNullable(this.database);
	}

	Stage stage() {
		return switch (this) {
			case DISCOVERY -> Stage.DISCOVERY;
			case GATEWAY -> Stage.GATEWAY;
			case USERS, POSTS, FEED_WORKER, DIALOGS, WEBSOCKET -> Stage.SERVICES;
		};
	}

}
