package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** The executable jar of a module; unpacked it starts in half the time. */
record ProgramJar(String module, Path file) {

	/** The jar that the build left in a module's folder. */
	static ProgramJar of(Path module) {
		Path target = module.resolve("target");
		String name = module.getFileName().toString();
		if (Files.isDirectory(target)) {
			try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, name + "-*.jar")) {
				for (Path jar : jars) {
					return new ProgramJar(name, jar);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		throw new JarMissing(target);
	}

	/**
	 * Unpacks the jar, once for each content.
	 * @return the small jar to run; its libraries are beside it
	 */
	Path unpack(Path cache) {
		Path folder = cache.resolve(this.module);
		Path current = folder.resolve(fingerprint());
		try {
			if (!Files.exists(current)) {
				Path part = Files.createDirectories(folder).resolve("part");
				new Tree(part).delete();
				unpackTo(part);
				Files.move(part, current);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return current.resolve(this.file.getFileName());
	}

	private void unpackTo(Path folder) throws IOException {
		Process process = new ProcessBuilder(Jars.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"-Djarmode=tools", "-jar", this.file.toString(), "extract", "--destination", folder.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException("%s can't be unpacked: %s".formatted(this.file, output));
		}
	}

	// a jar's directory holds the checksum of each entry: no need to read 80 MB
	private String fingerprint() {
		try (ZipFile zip = new ZipFile(this.file.toFile())) {
			var sum = new CRC32();
			zip.stream()
				.map((entry) -> "%s %d %x%n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
				.forEach((line) -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
			return "%08x".formatted(sum.getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
