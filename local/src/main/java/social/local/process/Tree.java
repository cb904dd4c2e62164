package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public record Tree(Path root) {

	/** Removes it, if it is there. */
	public void delete() {
		if (!Files.exists(this.root)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(this.root)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Removes what is in it but for what is wanted. */
	void deleteAllBut(Predicate<Path> wanted) {
		try (Stream<Path> children = Files.list(this.root)) {
			children.filter(wanted.negate()).forEach((child) -> new Tree(child).delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
