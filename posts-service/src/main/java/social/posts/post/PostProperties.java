package social.posts.post;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How posts are kept ready.
 *
 * @param ready how long a post is kept ready in Redis
 */
@ConfigurationProperties("posts.post")
record PostProperties(@DefaultValue("1d") Duration ready) {
}
