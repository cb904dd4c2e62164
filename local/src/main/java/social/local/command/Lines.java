package social.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import social.local.mesh.Progress;

/**
 * A line for each part; on a terminal it changes where it stands, in a file it comes
 * again.
 */
final class Lines implements Progress {

	private final PrintStream out;

	private final boolean terminal;

	private final List<String> names = new ArrayList<>();

	Lines(PrintStream out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	/** For the person who typed the command. */
	static Lines onScreen() {
		return new Lines(System.out, Boolean.getBoolean("mesh.terminal"));
	}

	@Override
	public void starting(String name) {
		say(name, "starting");
	}

	@Override
	public void ready(String name, Duration took) {
		say(name, "ready after %.1f s".formatted(took.toMillis() / 1000.0));
	}

	@Override
	public void stopping(String name) {
		say(name, "stopping");
	}

	@Override
	public void stopped(String name) {
		say(name, "stopped");
	}

	private synchronized void say(String name, String what) {
		String line = "%-20s %s".formatted(name, what);
		int index = this.names.indexOf(name);
		if (index < 0) {
			this.names.add(name);
			this.out.println(line);
		}
		else if (this.terminal) {
			int up = this.names.size() - index;
			this.out.print("\033[%1$dA\r\033[K%2$s\033[%1$dB\r".formatted(up, line));
		}
		else {
			this.out.println(line);
		}
		this.out.flush();
	}

}
