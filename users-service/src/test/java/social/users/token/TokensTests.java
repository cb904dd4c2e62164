package social.users.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a token says, and how it is believed. */
@UsersTest
class TokensTests {

	@Autowired
	Gateway gateway;

	private String id = "";

	private String token = "";

	@BeforeEach
	void logIn() {
		this.id = this.gateway.register("Анна", "Осипова", "Секретная строка");
		this.token = this.gateway.login(this.id, "Секретная строка");
	}

	@Test
	void saysWhoseItIsAndWhatFor() throws Exception {
		SignedJWT jwt = SignedJWT.parse(this.token);
		assertThat(jwt.getHeader().getType()).hasToString("at+jwt");
		assertThat(jwt.getJWTClaimsSet().getClaims()).containsOnlyKeys("iss", "aud", "sub", "sid", "jti", "iat", "exp")
			.containsEntry("iss", "otus-social")
			.containsEntry("aud", List.of("otus-social"))
			.containsEntry("sub", this.id);
	}

	@Test
	void isANewSessionWithEachLogin() throws Exception {
		SignedJWT other = SignedJWT.parse(this.gateway.login(this.id, "Секретная строка"));
		SignedJWT jwt = SignedJWT.parse(this.token);
		for (String claim : List.of("sid", "jti")) {
			assertThat(jwt.getJWTClaimsSet().getStringClaim(claim)).hasSize(36)
				.isNotEqualTo(other.getJWTClaimsSet().getStringClaim(claim));
		}
	}

	@Test
	void isVerifiedByThePublishedKeySet() throws Exception {
		SignedJWT jwt = SignedJWT.parse(this.token);
		JWK key = keySet().getKeyByKeyId(jwt.getHeader().getKeyID());
		assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
	}

	@Test
	void neverLivesForEver() throws Exception {
		var claims = SignedJWT.parse(this.token).getJWTClaimsSet();
		assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
			.isEqualTo(Duration.ofMinutes(30));
	}

	@Test
	void isSignedWithAKeyPairAndNoSharedSecret() throws Exception {
		assertThat(SignedJWT.parse(this.token).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
		assertThat(keySet().getKeys()).allSatisfy((key) -> {
			assertThat(key.toRSAKey().size()).isEqualTo(2048);
			assertThat(key.isPrivate()).isFalse();
		});
	}

	@Test
	void comesWithAKeySetThatMayBeKeptForAMinute() {
		assertThat(this.gateway.get("/.well-known/jwks.json")).headers()
			.hasValue("Cache-Control", "max-age=60, public");
	}

	@Test
	void livesHalfAnHourUnlessSaidOtherwise() {
		assertThat(properties(Map.of())).isEqualTo(new TokenProperties(Duration.ofMinutes(30)));
		assertThat(properties(Map.of("token.life", "5m"))).isEqualTo(new TokenProperties(Duration.ofMinutes(5)));
	}

	private JWKSet keySet() throws Exception {
		return JWKSet.parse(Gateway.text(this.gateway.get("/.well-known/jwks.json")));
	}

	private static TokenProperties properties(Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("token", TokenProperties.class);
	}

}
