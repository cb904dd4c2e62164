package social.posts.friend;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many friends there are.
 *
 * @param most how many people a user may follow; one more is refused
 */
@Validated
@ConfigurationProperties("posts.friend")
record FriendProperties(@DefaultValue("10000") @Positive int most) {
}
