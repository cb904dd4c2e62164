package social.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import social.local.client.Resp;
import social.local.mesh.Mesh;
import social.local.process.Trouble;

/** What goes wrong while people write and read. */
public sealed interface Fault {

	/** What can go wrong by itself in a mesh, in the order of a drill. */
	List<String> NAMES = List.of("feed-worker", "websocket-service", "posts-service", "gateway", "rabbitmq", "redis",
			Flush.NAME, "postgres", "discovery");

	/** How a person calls it. */
	String name();

	/** Does it; returns when all is whole again. */
	void strike(List<Listener> listeners);

	/** One of {@link #NAMES}. */
	static Fault of(String name, Mesh mesh) {
		return name.equals(Flush.NAME) ? new Flush(mesh) : new Crash(name, mesh);
	}

	/**
	 * A part dies and is started again.
	 *
	 * @param name the part
	 */
	record Crash(String name, Mesh mesh) implements Fault {

		private static final Duration AWAY = Duration.ofSeconds(4);

		@Override
		public void strike(List<Listener> listeners) {
			this.mesh.part(this.name).daemon().kill();
			Pause.of(AWAY);
			this.mesh.start(this.name);
		}

	}

	/** Redis loses all it has. */
	record Flush(Mesh mesh) implements Fault {

		static final String NAME = "flushall";

		@Override
		public String name() {
			return NAME;
		}

		@Override
		public void strike(List<Listener> listeners) {
			try (Resp redis = Resp.of(this.mesh)) {
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

		/** How a person calls them. */
		public static final String NAME = "cuts";

		private static final Duration APART = Duration.ofMillis(20);

		@Override
		public String name() {
			return NAME;
		}

		@Override
		public void strike(List<Listener> listeners) {
			var random = new Random(this.count);
			for (int cut = 0; cut < this.count;) {
				if (listeners.get(random.nextInt(listeners.size())).cut()) {
					cut++;
				}
				Pause.of(APART);
			}
		}

	}

	/**
	 * Whatever a shell can do, to a mesh that this launcher does not know.
	 *
	 * @param name what the shell is told
	 */
	record Command(String name) implements Fault {

		@Override
		public void strike(List<Listener> listeners) {
			try {
				int status = new ProcessBuilder("sh", "-c", this.name).inheritIO().start().waitFor();
				if (status != 0) {
					throw new Failed(this, status);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/** It does not do what it should. */
		static class Failed extends Trouble {

			private static final long serialVersionUID = 1L;

			Failed(Command command, int status) {
				super("%s: ended with %d".formatted(command.name, status));
			}

		}

	}

}
