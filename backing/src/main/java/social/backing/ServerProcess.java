package social.backing;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A server of Debian's as one process, with its data in a folder of ours. */
abstract class ServerProcess implements Server {

	private final Path folder;

	private final int port;

	private @Nullable Child child;

	/**
	 * Not yet started.
	 * @param folder where data and log are, made if absent
	 */
	ServerProcess(Path folder, int port) {
		this.folder = Privileges.folder(folder);
		this.port = port;
	}

	/** Starts the process and returns when it answers. */
	abstract Child launch();

	Path folder() {
		return this.folder;
	}

	Path log() {
		return this.folder.resolve("log");
	}

	@Override
	public int port() {
		return this.port;
	}

	/** The server's process, to be found again by who did not start it. */
	public long pid() {
		return Objects.requireNonNull(this.child, "not started").pid();
	}

	@Override
	public void start() {
		this.child = launch();
	}

	@Override
	public void stop() {
		stop("TERM");
	}

	void stop(String signal) {
		if (this.child != null) {
			this.child.stop(signal);
		}
	}

}
