package social.platform.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;

/** The secrets that sign and verify passports, read from a file. */
final class PassportKeys {

	private static final int BYTES = 32;

	private PassportKeys() {
	}

	/**
	 * Reads the file.
	 * @throws IllegalStateException if it is absent, empty or holds anything but keys
	 */
	static JWKSet read(Path file) {
		try {
			List<JWK> keys = Files.readAllLines(file)
				.stream()
				.filter((line) -> !line.isBlank())
				.map((line) -> key(file, line))
				.toList();
			if (keys.isEmpty()) {
				throw new IllegalStateException("passport keys: " + file + " is empty");
			}
			return new JWKSet(keys);
		}
		catch (IOException ex) {
			throw new IllegalStateException("passport keys: " + file + " can't be read", new UncheckedIOException(ex));
		}
	}

	private static JWK key(Path file, String line) {
		List<String> words = Arrays.asList(line.strip().split("\\s+"));
		if (words.size() != 2 || new Base64URL(words.getLast()).decode().length != BYTES) {
			throw new IllegalStateException(
					"passport keys: a line of %s is not 'kid base64url-of-32-bytes'".formatted(file));
		}
		return new OctetSequenceKey.Builder(new Base64URL(words.getLast())).keyID(words.getFirst())
			.algorithm(JWSAlgorithm.HS256)
			.build();
	}

}
