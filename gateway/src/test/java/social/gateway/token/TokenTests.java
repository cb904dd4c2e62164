package social.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class TokenTests {

	private static final String FEED = "/post/feed";

	private static final Issuer STRANGER = new Issuer("key-1");

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void letsInWithATokenInEitherHeader() {
		String token = this.mesh.issuer().token();
		this.client.get().uri(FEED).header("X-Auth", token).exchange().expectStatus().isOk();
		this.client.get().uri(FEED).header("Authorization", "Bearer " + token).exchange().expectStatus().isOk();
		this.client.get().uri(FEED).header("authorization", "bearer " + token).exchange().expectStatus().isOk();
		assertThat(this.mesh.posts().seen()).hasSize(3);
	}

	@Test
	void toleratesClocksThatDifferALittle() {
		String justExpired = this.mesh.issuer().token(expiredBy(Duration.ofSeconds(5)));
		this.client.get().uri(FEED).header("X-Auth", justExpired).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void refusesABadToken(Function<Issuer, String> bad) {
		this.client.get()
			.uri(FEED)
			.header("X-Auth", bad.apply(this.mesh.issuer()))
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(401);
		assertThat(this.mesh.posts().seen()).isEmpty();
	}

	static Stream<Named<Function<Issuer, String>>> badTokens() {
		return Stream.of(Named.of("no token at all", (issuer) -> "nonsense"),
				Named.of("signed by somebody else", (issuer) -> STRANGER.token()),
				Named.of("HS256 with the public key as secret", TokenTests::signedWithThePublicKey),
				Named.of("not signed", (issuer) -> new PlainJWT(issuer.claims().build()).serialize()),
				Named.of("signature cut off", (issuer) -> issuer.token().replaceFirst("[^.]+$", "")),
				Named.of("unknown key", (issuer) -> new Issuer("key-2").token()),
				Named.of("key not named", (issuer) -> issuer.token(issuer.header().keyID(null).build())),
				Named.of("key sent along",
						(issuer) -> STRANGER.token(STRANGER.header().jwk(STRANGER.key().toPublicJWK()).build())),
				Named.of("other type", (issuer) -> issuer.token(issuer.header().type(JOSEObjectType.JWT).build())),
				Named.of("no type", (issuer) -> issuer.token(issuer.header().type(null).build())),
				Named.of("other issuer", with((claims) -> claims.issuer("gateway"))),
				Named.of("other audience", with((claims) -> claims.audience("posts-service"))),
				Named.of("no audience", with((claims) -> claims.audience((String) null))),
				Named.of("expired", with(expiredBy(Duration.ofSeconds(11)))),
				Named.of("never expires", with((claims) -> claims.expirationTime(null))),
				Named.of("not valid yet",
						with((claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))))),
				Named.of("user is no UUID", with((claims) -> claims.subject("1-1-1-1-1"))),
				Named.of("no user", with((claims) -> claims.subject(null))),
				Named.of("no session", with((claims) -> claims.claim("sid", null))),
				Named.of("session is no UUID", with((claims) -> claims.claim("sid", "1"))),
				Named.of("longer than 4 KiB", with((claims) -> claims.claim("padding", "x".repeat(4096)))));
	}

	@ParameterizedTest
	@CsvSource({ "GET, /post/feed", "GET, /user/get/1", "POST, /post/create", "PUT, /post/update", "DELETE, /post/feed",
			"GET, /nowhere", "GET, /actuator/health", "GET, /actuator/gateway/routes", "GET, /internal/users/1",
			"GET, /login", "POST, /login/", "POST, /user/register/x", "GET, /docsx", "POST, /docs",
			"GET, /webjars/swagger-ui/index.html", "GET, /posts" })
	void asksForATokenBeforeAnythingElse(HttpMethod method, String path) {
		this.client.method(method)
			.uri(path)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("token: absent (expected: one from POST /login)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/token/refresh", "/user/register" })
	void servesOpenPathsWithoutAndWithAnyToken(String path) {
		this.client.post().uri(path).exchange().expectStatus().isOk();
		this.client.post().uri(path).header("X-Auth", "stale").exchange().expectStatus().isOk();
		this.client.post().uri(path).header("X-Auth", this.mesh.issuer().token()).exchange().expectStatus().isOk();
		assertThat(this.mesh.users().seen()).hasSize(3)
			.allSatisfy((seen) -> assertThat(this.mesh.passport(seen).getSubject()).isNull());
	}

	@Test
	void showsTheKeySetToEverybody() {
		this.client.get().uri("/.well-known/jwks.json").exchange().expectBody().json(this.mesh.issuer().keySet());
	}

	@Test
	void refusesMoreThanOneToken() {
		String token = this.mesh.issuer().token();
		refuses((headers) -> headers.addAll("X-Auth", List.of(token, token)));
		refuses((headers) -> headers.addAll("Authorization", List.of("Bearer " + token, "Bearer " + token)));
		refuses((headers) -> {
			headers.add("X-Auth", token);
			headers.add("Authorization", "Bearer " + token);
		});
		assertThat(this.mesh.posts().seen()).isEmpty();
	}

	@Test
	void findsNoTokenInOtherSchemesNorInTheQuery() {
		String token = this.mesh.issuer().token();
		this.client.get()
			.uri(FEED)
			.header("Authorization", "Basic " + token)
			.exchange()
			.expectStatus()
			.isUnauthorized();
		this.client.get().uri(FEED + "?access_token=" + token).exchange().expectStatus().isUnauthorized();
		this.client.get().uri(FEED).header("X-Auth", "").exchange().expectStatus().isUnauthorized();
	}

	private void refuses(Consumer<HttpHeaders> headers) {
		this.client.get().uri(FEED).headers(headers).exchange().expectStatus().isBadRequest();
	}

	private static Function<Issuer, String> with(Consumer<JWTClaimsSet.Builder> change) {
		return (issuer) -> issuer.token(change);
	}

	private static Consumer<JWTClaimsSet.Builder> expiredBy(Duration age) {
		Instant expiry = Instant.now().minus(age);
		return (claims) -> claims.issueTime(Date.from(expiry.minusSeconds(60))).expirationTime(Date.from(expiry));
	}

	private static String signedWithThePublicKey(Issuer issuer) {
		var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1")
			.type(new JOSEObjectType("at+jwt"))
			.build();
		try {
			return Issuer.sign(header, issuer.claims().build(),
					new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
		}
		catch (JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

}
