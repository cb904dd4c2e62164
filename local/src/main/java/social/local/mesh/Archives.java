package social.local.mesh;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What programs keep of what their JVM learnt about their classes, for a faster next
 * start.
 * <p>
 * To learn costs a start half as much again, so only a few do at a time: one start is
 * never much slower than the next, and the third is the fastest.
 */
final class Archives {

	private static final int LEARNERS = 3;

	private final boolean wanted;

	private final Semaphore places = new Semaphore(LEARNERS);

	Archives(boolean wanted) {
		this.wanted = wanted;
	}

	/**
	 * The JVM's flags to use an archive, and to make it if there is a place to learn. Who
	 * has none begins with what another instance of the same jar has learnt.
	 */
	List<String> flags(Path archive) {
		return (this.wanted && (Files.exists(archive) || borrow(archive) || this.places.tryAcquire()))
				? List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive) : List.of();
	}

	/** Whether another instance had one to copy. */
	private static boolean borrow(Path archive) {
		try (DirectoryStream<Path> others = Files.newDirectoryStream(archive.resolveSibling(""), "*.jsa")) {
			for (Path other : others) {
				Files.copy(other, archive);
				return true;
			}
			return false;
		}
		catch (IOException ex) {
			// a start without one is only slower
			return false;
		}
	}

}
