package social.gateway.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;

/** The file of secrets that gateway and services share. */
final class PassportKeys {

	private static final int BYTES = 32;

	private PassportKeys() {
	}

	/**
	 * Reads the key that signs: the first.
	 * @throws IllegalStateException if the file is absent, empty or begins with anything
	 * else
	 */
	static OctetSequenceKey first(Path file) {
		try (var lines = Files.lines(file)) {
			return lines.filter((line) -> !line.isBlank())
				.findFirst()
				.map((line) -> key(file, line))
				.orElseThrow(() -> new IllegalStateException("passport keys: " + file + " is empty"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("passport keys: " + file + " can't be read", ex);
		}
	}

	private static OctetSequenceKey key(Path file, String line) {
		String[] words = line.strip().split("\\s+");
		if (words.length != 2 || new Base64URL(words[1]).decode().length != BYTES) {
			throw new IllegalStateException(
					"passport keys: a line of %s is not 'kid base64url-of-32-bytes'".formatted(file));
		}
		return new OctetSequenceKey.Builder(new Base64URL(words[1])).keyID(words[0])
			.algorithm(JWSAlgorithm.HS256)
			.build();
	}

}
