package social.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import social.local.mesh.Mesh;
import social.local.mesh.Progress;
import social.local.mesh.Settings;

/**
 * Prints the log of a part.
 *
 * @param follow whether it goes on until Ctrl-C
 */
record Logs(boolean follow, String name) implements Command {

	@Override
	public int run() {
		Mesh mesh = Mesh.found(Settings.defaults(), Progress.SILENT).orElseThrow(Running.NotRunning::new);
		Path file = mesh.part(this.name).log().file();
		var command = this.follow ? List.of("tail", "-n", "100", "-F", file.toString())
				: List.of("cat", file.toString());
		try {
			return new ProcessBuilder(command).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 1;
		}
	}

}
