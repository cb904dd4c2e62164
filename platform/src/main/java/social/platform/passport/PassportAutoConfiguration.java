package social.platform.passport;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import social.platform.failure.ErrorBody;

/**
 * Lets a request in only with a passport for this service.
 * <p>
 * Paths below {@code /internal} are for services, all others for what comes through the
 * gateway. The actuator is open: it listens on a port of its own, on loopback.
 */
@AutoConfiguration(before = { ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
		OAuth2ResourceServerWebSecurityAutoConfiguration.class })
@EnableConfigurationProperties(PassportProperties.class)
class PassportAutoConfiguration implements WebMvcConfigurer {

	private static final String CLIENT = "client";

	private static final String SERVICE = "service";

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PassportArguments());
	}

	@Bean
	JWKSet passportKeys(PassportProperties properties) {
		return PassportKeys.read(properties.keys());
	}

	@Bean
	Passports passports(@Value("${spring.application.name}") String service, JWKSet passportKeys,
			PassportProperties properties) {
		return new Passports(service, passportKeys, properties, Clock.systemUTC());
	}

	@Bean
	PassportInterceptor passportInterceptor(Passports passports) {
		return new PassportInterceptor(passports);
	}

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder passportDecoder(@Value("${spring.application.name}") String service, JWKSet passportKeys,
			PassportProperties properties) {
		var processor = new DefaultJWTProcessor<SecurityContext>();
		processor.setJWSKeySelector(
				new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableJWKSet<>(passportKeys)));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
			// what must hold is said once, by the validators below
		});
		var decoder = new NimbusJwtDecoder(processor);
		var timestamps = new JwtTimestampValidator(properties.skew());
		timestamps.setAllowEmptyExpiryClaim(false);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(timestamps, new JwtAudienceValidator(service),
				new JwtClaimValidator<>(JwtClaimNames.ISS, Objects::nonNull)));
		return new RememberedPassports(decoder, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	SecurityFilterChain passportControl(HttpSecurity http, JwtDecoder passportDecoder) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(EndpointRequest.toAnyEndpoint())
				.permitAll()
				.requestMatchers("/internal/**")
				.hasAuthority(SERVICE)
				.anyRequest()
				.hasAuthority(CLIENT))
			.oauth2ResourceServer(
					(server) -> server.bearerTokenResolver((request) -> request.getHeader(Passport.HEADER))
						.jwt((jwt) -> jwt.decoder(passportDecoder).jwtAuthenticationConverter(this::authenticate))
						.authenticationEntryPoint((request, response, ex) -> refuse(request, response,
								HttpStatus.UNAUTHORIZED, "A passport for this service is needed"))
						.accessDeniedHandler((request, response, ex) -> refuse(request, response, HttpStatus.FORBIDDEN,
								"This passport does not open this path")))
			.build();
	}

	private JwtAuthenticationToken authenticate(Jwt jwt) {
		boolean client = Passport.GATEWAY.equals(jwt.getClaim(JwtClaimNames.ISS));
		return new JwtAuthenticationToken(jwt, AuthorityUtils.createAuthorityList(client ? CLIENT : SERVICE));
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message)
			throws java.io.IOException {
		ErrorBody.write(response, status, message);
	}

}
