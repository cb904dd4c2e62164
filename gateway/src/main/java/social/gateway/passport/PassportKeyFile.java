package social.gateway.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that signs passports as the file has it now: it is read again soon after it has
 * changed. A file that can't be read then changes nothing.
 */
class PassportKeyFile {

	private static final Logger log = LoggerFactory.getLogger(PassportKeyFile.class);

	private final Path file;

	private final Duration pause;

	private final AtomicLong looked = new AtomicLong(System.nanoTime());

	private volatile FileTime changed;

	private volatile OctetSequenceKey key;

	/**
	 * Reads the file.
	 * @param pause for how long nobody looks whether it has changed
	 * @throws IllegalStateException if it is absent, empty or begins with anything else
	 */
	PassportKeyFile(Path file, Duration pause) {
		this.file = file;
		this.pause = pause;
		this.changed = changed();
		this.key = PassportKeys.first(file);
	}

	OctetSequenceKey key() {
		long last = this.looked.get();
		long now = System.nanoTime();
		if (now - last >= this.pause.toNanos() && this.looked.compareAndSet(last, now)) {
			look();
		}
		return this.key;
	}

	private void look() {
		FileTime now = changed();
		if (now.equals(this.changed)) {
			return;
		}
		this.changed = now;
		try {
			this.key = PassportKeys.first(this.file);
			log.info("Passports are signed with key {}", this.key.getKeyID());
		}
		catch (IllegalStateException ex) {
			log.warn("Passports are signed as before: {}", ex.getMessage());
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
