package social.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts that people read; they go with the program. */
final class Text {

	private Text() {
	}

	/** What the commands are. */
	static String usage() {
		return read("/usage.txt");
	}

	static String read(String name) {
		try (InputStream text = Objects.requireNonNull(Text.class.getResourceAsStream(name), name)) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
