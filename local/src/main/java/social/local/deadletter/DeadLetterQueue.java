package social.local.deadletter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A queue of dead letters beside the queue that they come from. */
public record DeadLetterQueue(String name) {

	private static final String SUFFIX = ".dlq";

	private static final Pattern CHANNEL = Pattern.compile("^  (\\S+\\.dlq):$", Pattern.MULTILINE);

	/** All that the contract names, which is {@code docs/broker.yaml} of a repository. */
	public static List<DeadLetterQueue> all(Path repository) {
		try {
			return CHANNEL.matcher(Files.readString(repository.resolve("docs/broker.yaml")))
				.results()
				.map((channel) -> new DeadLetterQueue(channel.group(1)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The queue that the letters come from. */
	String origin() {
		return this.name.substring(0, this.name.length() - SUFFIX.length());
	}

}
