package social.local.client;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that users' tokens are signed with, as everybody may read it.
 *
 * @param key the first of the set
 */
public record KeySet(PublicKey key) {

	/** Asks an endpoint for it. */
	public static KeySet of(String endpoint) {
		return read(Api.of(endpoint).get("/.well-known/jwks.json", "").orFail("key set").body());
	}

	static KeySet read(String json) {
		var fields = new Fields(json);
		try {
			return new KeySet(KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(number(fields, "n"), number(fields, "e"))));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** It, as other programs read keys. */
	public String pem() {
		return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(this.key.getEncoded())
				+ "\n-----END PUBLIC KEY-----";
	}

	private static BigInteger number(Fields fields, String name) {
		return new BigInteger(1, Base64.getUrlDecoder().decode(fields.text(name).orElseThrow()));
	}

}
