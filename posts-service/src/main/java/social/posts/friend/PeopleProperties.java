package social.posts.friend;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How users-service is asked for people.
 *
 * @param remembered how many known people are kept at most
 * @param rememberedFor how long users-service is not asked again for a known person
 * @param retryAfter when a client shall try again while users-service does not answer
 */
@Validated
@ConfigurationProperties("posts.people")
record PeopleProperties(@DefaultValue("100000") @Positive int remembered, @DefaultValue("1h") Duration rememberedFor,
		@DefaultValue("2s") Duration retryAfter) {
}
