package social.backing;

import java.util.List;
import java.util.stream.Stream;

/**
 * A session for a program, so that a terminal's Ctrl-C does not reach it, which shares
 * the processors with many more: woken, the program waits until the one that runs waits
 * itself or has had its time (sched(7), {@code SCHED_BATCH}). Where the kernel refuses
 * that, it runs as any other.
 */
public final class Session {

	private static final List<String> BATCH = List.of("setsid", "sh", "-c",
			"chrt --batch --pid 0 $$ 2> /dev/null; exec \"$0\" \"$@\"");

	private Session() {
	}

	/** The words that start a command in a session; it has the first process's id. */
	public static List<String> of(List<String> command) {
		return Stream.concat(BATCH.stream(), command.stream()).toList();
	}

}
