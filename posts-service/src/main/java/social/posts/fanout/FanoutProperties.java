package social.posts.fanout;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How posts get to their authors' followers.
 *
 * @param followers how many followers' feeds are updated at a time
 */
@Validated
@ConfigurationProperties("posts.fanout")
record FanoutProperties(@DefaultValue("1000") @Positive int followers) {
}
