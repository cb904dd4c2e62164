package social.posts.fanout;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How posts get to their authors' followers.
 *
 * @param followers how many followers' feeds are updated at a time
 * @param turn after how long a post lets others past, if it is not yet in all feeds
 */
@Validated
@ConfigurationProperties("posts.fanout")
record FanoutProperties(@DefaultValue("2000") @Positive int followers, @DefaultValue("20ms") Duration turn) {
}
