import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** What a gateway costs that nobody has thought about. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StockGateway {

	public static void main(String[] args) {
		SpringApplication.run(StockGateway.class, args);
	}

	/** The stock one but for the type: it would refuse every at+jwt. */
	@Bean
	ReactiveJwtDecoder decoder(@Value("${keys}") String keys) {
		var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys).validateType(false).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
				new JwtTypeValidator("at+jwt")));
		return decoder;
	}

}
