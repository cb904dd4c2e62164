package social.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What opens the internal paths of a service: the word of another, which is the mesh. */
final class Passport {

	private static final String ISSUER = "mesh";

	private static final long LIFE = 60;

	private static final String MAC = "HmacSHA256";

	private static final Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();

	private Passport() {
	}

	/**
	 * A new one for a service.
	 * @param keys the file of the keys that all programs of the mesh know
	 */
	static String of(Path keys, String audience) {
		try {
			String[] key = Files.readAllLines(keys).getFirst().split(" ");
			long now = Instant.now().getEpochSecond();
			return sign(key[0], Base64.getUrlDecoder().decode(key[1]), """
					{"iss":"%s","aud":"%s","iat":%d,"exp":%d}""".formatted(ISSUER, audience, now, now + LIFE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sign(String keyId, byte[] key, String claims) {
		try {
			String content = encode("{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(keyId)) + "." + encode(claims);
			Mac mac = Mac.getInstance(MAC);
			mac.init(new SecretKeySpec(key, MAC));
			return content + "." + base64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String json) {
		return base64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
