package social.local.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import social.local.client.Resp;
import social.local.mesh.Mesh;

/** What goes wrong while people write and read. */
public sealed interface Fault {

	/** All that can go wrong by itself, in the order of a drill. */
	List<Fault> ALL = List.of(new Crash("feed-worker"), new Crash("websocket-service"), new Crash("posts-service"),
			new Crash("gateway"), new Crash("rabbitmq"), new Crash("redis"), new Flush(), new Crash("postgres"),
			new Crash("discovery"));

	/** How a person calls it. */
	String name();

	/** Does it; returns when all is whole again. */
	void strike(Mesh mesh, List<Listener> listeners);

	/** The fault of a name, but for cuts, which have a number. */
	static Optional<Fault> of(String name) {
		return ALL.stream().filter((fault) -> fault.name().equals(name)).findFirst();
	}

	/**
	 * A part dies and is started again.
	 *
	 * @param name the part
	 */
	record Crash(String name) implements Fault {

		private static final Duration AWAY = Duration.ofSeconds(4);

		@Override
		public void strike(Mesh mesh, List<Listener> listeners) {
			mesh.part(this.name).daemon().kill();
			Pause.of(AWAY);
			mesh.start(this.name);
		}

	}

	/** Redis loses all it has. */
	record Flush() implements Fault {

		@Override
		public String name() {
			return "flushall";
		}

		@Override
		public void strike(Mesh mesh, List<Listener> listeners) {
			try (Resp redis = Resp.of(mesh)) {
				redis.ask("FLUSHALL");
			}
		}

	}

	/**
	 * Connections of clients break, one after the other.
	 *
	 * @param count how often
	 */
	record Cuts(int count) implements Fault {

		private static final Duration APART = Duration.ofMillis(20);

		@Override
		public String name() {
			return "cuts";
		}

		@Override
		public void strike(Mesh mesh, List<Listener> listeners) {
			var random = new Random(this.count);
			for (int cut = 0; cut < this.count;) {
				if (listeners.get(random.nextInt(listeners.size())).cut()) {
					cut++;
				}
				Pause.of(APART);
			}
		}

	}

}
