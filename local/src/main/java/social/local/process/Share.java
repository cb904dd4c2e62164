package social.local.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What a session gets of the processors, weighed against other sessions (sched(7),
 * autogroup).
 *
 * @param file where the kernel is told
 */
record Share(Path file) {

	// of all who are not root the kernel takes one word in a tenth of a second
	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final int TRIES = 10;

	Share(long pid) {
		this(Path.of("/proc/%d/autogroup".formatted(pid)));
	}

	/**
	 * Weighs it anew, within a second; nothing changes where there are no such shares.
	 */
	void weigh(int nice) {
		for (int tries = 0; tries < TRIES && !isTaken(nice); tries++) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** Whether there is no more to be said. */
	private boolean isTaken(int nice) {
		try {
			Files.writeString(this.file, Integer.toString(nice));
			return true;
		}
		catch (FileSystemException ex) {
			// it can't be opened: the session ended, or there are no shares
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
