package social.gateway.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

import social.gateway.key.KeySet;
import social.gateway.revocation.Revocations;

/**
 * Verifies access tokens and remembers the good ones for a while: a signature costs a
 * hundred times what a look-up does. The bad ones are not remembered, there is no end to
 * them.
 */
@Component
class Tokens {

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final KeySet keys;

	private final Revocations revocations;

	private final TokenProperties properties;

	private final Clock clock;

	private final ReactiveJwtDecoder decoder;

	private final Cache<ByteBuffer, AccessToken> verified;

	Tokens(KeySet keys, Revocations revocations, TokenProperties properties, Clock clock) {
		this.keys = keys;
		this.revocations = revocations;
		this.properties = properties;
		this.clock = clock;
		this.decoder = decoder(properties);
		this.verified = Caffeine.newBuilder()
			// what it has to tidy up is less than another thread costs
			.executor(Runnable::run)
			.maximumSize(properties.remembered())
			.expireAfter(Expiry.creating((ByteBuffer digest, AccessToken token) -> shorter(properties.rememberedFor(),
					Duration.between(clock.instant(), token.expiry()))))
			.build();
	}

	/** Whether good tokens can be told from bad. */
	boolean canBeVerified() {
		return !this.keys.isEmpty() && this.revocations.areKnown();
	}

	/**
	 * What the token says; {@link NotLoggedIn} if it is not good, {@link KeysUnknown} if
	 * nobody can tell.
	 */
	Mono<AccessToken> verify(String token) {
		if (token.length() > this.properties.maxLength().toBytes()) {
			return Mono.error(NotLoggedIn::refused);
		}
		if (!canBeVerified()) {
			return Mono.error(KeysUnknown::new);
		}
		return key(token).flatMap((key) -> this.decoder.decode(token))
			.map(AccessToken::of)
			.doOnNext((fresh) -> remember(token, fresh))
			.filter((fresh) -> !this.revocations.include(fresh.session()))
			.switchIfEmpty(Mono.error(NotLoggedIn::refused))
			.onErrorMap(JwtException.class, (ex) -> NotLoggedIn.refused());
	}

	/**
	 * What the token says if it was verified lately, else null.
	 * @throws NotLoggedIn if its session has ended since
	 */
	@Nullable AccessToken recall(String token) {
		if (token.length() > this.properties.maxLength().toBytes()) {
			return null;
		}
		@Nullable AccessToken known = this.verified.getIfPresent(digest(token));
		if (known == null || !this.keys.holds(known.keyId())) {
			return null;
		}
		if (this.revocations.include(known.session())) {
			throw NotLoggedIn.refused();
		}
		return known;
	}

	/** Whether what was verified some time ago is good still. */
	boolean stillCounts(AccessToken token) {
		return this.clock.instant().isBefore(token.expiry()) && this.keys.holds(token.keyId())
				&& !this.revocations.include(token.session());
	}

	/** Takes a token for verified from now on. */
	void remember(String token, AccessToken worth) {
		this.verified.put(digest(token), worth);
	}

	/** Takes a token for one that has to be verified. */
	void forget(String token) {
		this.verified.invalidate(digest(token));
	}

	/**
	 * The key that a token names, asked for before all else: of forged names there is no
	 * end, and the rest of a token costs more to read.
	 */
	private Mono<JWK> key(String token) {
		try {
			var header = JWSHeader.parse(new Base64URL(token.substring(0, Math.max(0, token.indexOf('.')))));
			return Mono.justOrEmpty(header.getKeyID()).flatMap(this.keys::find);
		}
		catch (ParseException ex) {
			return Mono.empty();
		}
	}

	private NimbusReactiveJwtDecoder decoder(TokenProperties properties) {
		var decoder = NimbusReactiveJwtDecoder.withJwkSource(this::key)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.validateType(false)
			.build();
		var timestamps = new JwtTimestampValidator(properties.skew());
		timestamps.setAllowEmptyExpiryClaim(false);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(new JwtTypeValidator("at+jwt"),
				new JwtIssuerValidator(properties.issuer()), new JwtAudienceValidator(properties.audience()),
				timestamps, uuid(JwtClaimNames.SUB), uuid(AccessToken.SESSION)));
		return decoder;
	}

	private static JwtClaimValidator<String> uuid(String claim) {
		return new JwtClaimValidator<>(claim, (value) -> value != null && UUID.matcher(value).matches());
	}

	private Flux<JWK> key(SignedJWT jwt) {
		return this.keys.find(jwt.getHeader().getKeyID()).flux();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static ByteBuffer digest(String token) {
		try {
			return ByteBuffer
				.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
