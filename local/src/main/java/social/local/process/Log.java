package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a process prints, kept from its last two starts. */
public record Log(Path file) {

	private static final Pattern FAULT = Pattern.compile("Caused by: |ERROR|FATAL|error:|Error:|Exception");

	// what Spring Boot writes above the one sentence that matters
	private static final String DESCRIPTION = "Description:";

	// a broken byte must not hide the line that explains a failure
	private static final Charset LENIENT = StandardCharsets.ISO_8859_1;

	/** The line that most likely says why the process ended. */
	public String lastFault() {
		List<String> lines = lines().stream().filter((line) -> !line.isBlank()).map(String::strip).toList();
		int described = lines.lastIndexOf(DESCRIPTION) + 1;
		if (described > 0 && described < lines.size()) {
			return lines.get(described);
		}
		return lines.reversed()
			.stream()
			.filter((line) -> FAULT.matcher(line).find())
			.findFirst()
			.orElse(lines.isEmpty() ? "it printed nothing" : lines.getLast());
	}

	void turn() throws IOException {
		Files.createDirectories(this.file.getParent());
		if (Files.exists(this.file)) {
			Files.move(this.file, this.file.resolveSibling(this.file.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
		Files.createFile(this.file);
	}

	private List<String> lines() {
		try {
			return Files.exists(this.file) ? Files.readAllLines(this.file, LENIENT) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
