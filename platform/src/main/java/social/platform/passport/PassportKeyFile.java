package social.platform.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.jwk.JWKSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of passports as the file has them now: it is read again soon after it has
 * changed. A file that can't be read then changes nothing.
 */
class PassportKeyFile {

	private static final Logger log = LoggerFactory.getLogger(PassportKeyFile.class);

	private final Path file;

	private final Duration pause;

	private final AtomicLong looked = new AtomicLong(System.nanoTime());

	private volatile FileTime changed;

	private volatile JWKSet keys;

	/**
	 * Reads the file.
	 * @param pause for how long nobody looks whether it has changed
	 * @throws IllegalStateException if it is absent, empty or holds anything but keys
	 */
	PassportKeyFile(Path file, Duration pause) {
		this.file = file;
		this.pause = pause;
		this.changed = changed();
		this.keys = PassportKeys.read(file);
	}

	JWKSet keys() {
		long last = this.looked.get();
		long now = System.nanoTime();
		if (now - last >= this.pause.toNanos() && this.looked.compareAndSet(last, now)) {
			look();
		}
		return this.keys;
	}

	private void look() {
		FileTime now = changed();
		if (now.equals(this.changed)) {
			return;
		}
		this.changed = now;
		try {
			this.keys = PassportKeys.read(this.file);
			log.info("Passport keys: {}", this.keys.getKeys().stream().map((key) -> key.getKeyID()).toList());
		}
		catch (IllegalStateException ex) {
			log.warn("The passport keys stay as they are: {}", ex.getMessage());
		}
	}

	private FileTime changed() {
		try {
			return Files.getLastModifiedTime(this.file);
		}
		catch (IOException ex) {
			return FileTime.fromMillis(0);
		}
	}

}
