package social.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** What a server may do: as little as its files allow. */
final class Privileges {

	private static final String USER = "nobody";

	private static final List<String> NOBODY = List.of("setpriv", "--reuid=" + USER, "--regid=nogroup",
			"--clear-groups");

	private Privileges() {
	}

	/**
	 * A command that runs as {@code nobody} where we are root. In a folder that only root
	 * can reach (a clone below /root) the server stays root.
	 */
	static List<String> command(Path folder, String... words) {
		var command = new ArrayList<String>();
		if (root() && reachable(folder)) {
			command.addAll(NOBODY);
		}
		command.addAll(List.of(words));
		return command;
	}

	/**
	 * The same for a server that refuses to be root: in a folder that only root can reach
	 * it takes the capability to pass by file permissions.
	 */
	static List<String> commandNeverRoot(Path folder, String... words) {
		if (!root() || reachable(folder)) {
			return command(folder, words);
		}
		var command = new ArrayList<>(NOBODY);
		command.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
		command.addAll(List.of(words));
		return command;
	}

	/** Makes a folder that the server may write and nobody else may read. */
	static Path folder(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			return own(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a file that the server may read and nobody else. */
	static Path file(Path file, String content) {
		try {
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			return own(Files.writeString(file, content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path own(Path file) throws IOException {
		if (root()) {
			Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
		}
		return file;
	}

	private static boolean root() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static boolean reachable(Path folder) {
		try {
			for (Path parent = folder.toAbsolutePath().getParent(); parent != null; parent = parent.getParent()) {
				if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
					return false;
				}
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
