package social.websocket;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

import social.backing.ServiceTest;

/** A test of the service on a real port with a posts-service beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Neighbours.class, Network.class })
public @interface WebsocketTest {

	/** Settings over the service's own. */
	@AliasFor(annotation = ServiceTest.class)
	String[] properties() default {};

}
