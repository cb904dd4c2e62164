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

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
		return decoder;
	}

	@Bean
	@ConditionalOnMissingBean
	SecurityFilterChain passportControl(JwtDecoder passportDecoder) {
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new PassportFilter(
				new RememberedPassports(passportDecoder, Clock.systemUTC()), EndpointRequest.toAnyEndpoint()));
	}

	// Tomcat has refused what is no header and no path; what is left would be looked at
	// letter by letter each time that somebody asks for a header
	@Bean
	@ConditionalOnMissingBean
	HttpFirewall httpFirewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		firewall.setAllowedParameterNames((name) -> true);
		return firewall;
	}

	// it would observe each filter
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

}
