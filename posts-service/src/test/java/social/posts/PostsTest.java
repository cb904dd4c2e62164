package social.posts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

import social.backing.ServiceTest;

/**
 * A test of the service in its first role, with a users-service beside it, a client that
 * calls it, and a feed worker for those who ask for one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
// patient with Redis: what is tested is not how fast a busy machine is; and a test that
// restarts it repeats
// nothing to others
@ServiceTest(properties = { "spring.data.redis.timeout=5s", "posts.relay.repeat=0s" })
@Import({ Neighbours.class, Api.class })
public @interface PostsTest {

}
