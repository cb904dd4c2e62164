package social.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

/** Tokens that an attacker makes, and passports that only the mesh should be able to. */
final class Jwt {

	private static final Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();

	private Jwt() {
	}

	/** A passport as the gateway makes it, with the key of the running mesh. */
	static String passport(String issuer, String audience, String subject, Instant expiry) {
		try {
			String[] key = Files.readAllLines(RunningMesh.get().passportKeys()).getFirst().split(" ");
			return hs256(key[0], claims(issuer, audience, subject, expiry), Base64.getUrlDecoder().decode(key[1]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String claims(String issuer, String audience, String subject, Instant expiry) {
		return JsonMapper.shared()
			.writeValueAsString(Map.of("iss", issuer, "aud", audience, "sub", subject, "iat",
					expiry.minusSeconds(60).getEpochSecond(), "exp", expiry.getEpochSecond()));
	}

	static String hs256(String keyId, String claims, byte[] key) {
		try {
			String content = encode("{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(keyId)) + "." + encode(claims);
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
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
